using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using static AmqpBroker.Protocol.Methods.MethodDecoder;

namespace AmqpBroker.Server.Channels;

/// <summary>Which handler takes which method of an open channel; the hot ones are handled before.</summary>
internal static class ChannelMethods
{
    /// <returns>Ends when the method has been answered; the payload has been read when this returns.</returns>
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public static ValueTask HandleAsync(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch) => id switch
    {
        // What changes the topology has to wait when something durable is concerned.
        MethodId.ExchangeDeclare => ExchangeMethods.DeclareAsync(channel, Decode<ExchangeDeclare>(payload)),
        MethodId.ExchangeDelete => ExchangeMethods.DeleteAsync(channel, Decode<ExchangeDelete>(payload)),
        MethodId.ExchangeBind => ExchangeMethods.BindAsync(channel, Decode<ExchangeBind>(payload)),
        MethodId.ExchangeUnbind => ExchangeMethods.UnbindAsync(channel, Decode<ExchangeUnbind>(payload)),
        MethodId.QueueDeclare => QueueMethods.DeclareAsync(channel, Decode<QueueDeclare>(payload)),
        MethodId.QueueBind => QueueMethods.BindAsync(channel, Decode<QueueBind>(payload)),
        MethodId.QueueUnbind => QueueMethods.UnbindAsync(channel, Decode<QueueUnbind>(payload)),
        MethodId.QueuePurge => QueueMethods.PurgeAsync(channel, Decode<QueuePurge>(payload)),
        MethodId.QueueDelete => QueueMethods.DeleteAsync(channel, Decode<QueueDelete>(payload)),
        MethodId.BasicCancel => BasicMethods.CancelAsync(channel, Decode<BasicCancel>(payload)),

        // What is committed has to be on disk.
        MethodId.TxCommit => Commit(channel, payload, batch),

        // The first message may have to come from disk.
        MethodId.BasicGet => BasicMethods.GetAsync(channel, Decode<BasicGet>(payload)),
        _ => HandleAtOnce(channel, id, payload, batch),
    };

    private static ValueTask HandleAtOnce(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        if (!HandleQueues(channel, id, payload, batch) && !HandleModes(channel, id, payload, batch))
        {
            throw Enum.IsDefined(id) ? ChannelErrors.UnimplementedMethod() : FrameErrors.UnknownMethod(id);
        }

        return ValueTask.CompletedTask;
    }

    private static bool HandleQueues(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        switch (id)
        {
            case MethodId.BasicQos: BasicMethods.Qos(channel, Decode<BasicQos>(payload), batch); return true;
            case MethodId.BasicConsume: BasicMethods.Consume(channel, Decode<BasicConsume>(payload), batch); return true;
            case MethodId.BasicRecover: BasicMethods.Recover(channel, Decode<BasicRecover>(payload), batch); return true;
            case MethodId.BasicRecoverAsync: BasicMethods.Recover(channel, Decode<BasicRecoverAsync>(payload), batch); return true;
            case MethodId.BasicCancelOk: _ = Decode<BasicCancelOk>(payload); return true; // the answer to a cancel that waits for none
            default: return false;
        }
    }

    private static bool HandleModes(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        switch (id)
        {
            case MethodId.ChannelOpen: throw ChannelErrors.AlreadyOpen();
            case MethodId.ChannelFlow: Flow(channel, Decode<ChannelFlow>(payload)); return true;
            case MethodId.ChannelClose: channel.Connection.CloseChannel(channel, Decode<ChannelClose>(payload)); return true;
            case MethodId.ChannelCloseOk: _ = Decode<ChannelCloseOk>(payload); return false; // nobody asked for it
            case MethodId.AccessRequest: _ = Decode<AccessRequest>(payload); channel.Output.Write(channel.Number, new AccessRequestOk(1)); return true;
            case MethodId.ConfirmSelect: ModeMethods.SelectConfirms(channel, Decode<ConfirmSelect>(payload)); return true;
            case MethodId.TxSelect: _ = Decode<TxSelect>(payload); ModeMethods.SelectTransaction(channel); return true;
            case MethodId.TxRollback: _ = Decode<TxRollback>(payload); ModeMethods.Rollback(channel); return true;
            default: return false;
        }
    }

    private static ValueTask Commit(AmqpChannel channel, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        _ = Decode<TxCommit>(payload);
        return ModeMethods.CommitAsync(channel, batch);
    }

    private static void Flow(AmqpChannel channel, in ChannelFlow method)
    {
        if (!method.Active)
        {
            throw ChannelErrors.PauseNotSupported();
        }

        channel.Output.Write(channel.Number, new ChannelFlowOk(true));
    }
}
