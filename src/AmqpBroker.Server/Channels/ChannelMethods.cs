using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using static AmqpBroker.Protocol.Methods.MethodDecoder;

namespace AmqpBroker.Server.Channels;

/// <summary>Which handler takes which method of an open channel; the hot ones are handled before.</summary>
internal static class ChannelMethods
{
    /// <exception cref="AmqpException">The channel or the connection must be closed.</exception>
    public static void Handle(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        var isHandled = HandleTopology(channel, id, payload)
            || HandleBasic(channel, id, payload, batch)
            || HandleModes(channel, id, payload, batch);
        if (!isHandled)
        {
            throw Enum.IsDefined(id) ? ChannelErrors.UnimplementedMethod() : FrameErrors.UnknownMethod(id);
        }
    }

    private static bool HandleTopology(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload)
    {
        switch (id)
        {
            case MethodId.ExchangeDeclare: ExchangeMethods.Declare(channel, Decode<ExchangeDeclare>(payload)); return true;
            case MethodId.ExchangeDelete: ExchangeMethods.Delete(channel, Decode<ExchangeDelete>(payload)); return true;
            case MethodId.ExchangeBind: ExchangeMethods.Bind(channel, Decode<ExchangeBind>(payload)); return true;
            case MethodId.ExchangeUnbind: ExchangeMethods.Unbind(channel, Decode<ExchangeUnbind>(payload)); return true;
            case MethodId.QueueDeclare: QueueMethods.Declare(channel, Decode<QueueDeclare>(payload)); return true;
            case MethodId.QueueBind: QueueMethods.Bind(channel, Decode<QueueBind>(payload)); return true;
            case MethodId.QueueUnbind: QueueMethods.Unbind(channel, Decode<QueueUnbind>(payload)); return true;
            case MethodId.QueuePurge: QueueMethods.Purge(channel, Decode<QueuePurge>(payload)); return true;
            case MethodId.QueueDelete: QueueMethods.Delete(channel, Decode<QueueDelete>(payload)); return true;
            default: return false;
        }
    }

    private static bool HandleBasic(AmqpChannel channel, MethodId id, ReadOnlySpan<byte> payload, InputBatch batch)
    {
        switch (id)
        {
            case MethodId.BasicQos: BasicMethods.Qos(channel, Decode<BasicQos>(payload), batch); return true;
            case MethodId.BasicConsume: BasicMethods.Consume(channel, Decode<BasicConsume>(payload), batch); return true;
            case MethodId.BasicCancel: BasicMethods.Cancel(channel, Decode<BasicCancel>(payload)); return true;
            case MethodId.BasicGet: BasicMethods.Get(channel, Decode<BasicGet>(payload), batch); return true;
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
            case MethodId.ChannelClose: _ = Decode<ChannelClose>(payload); channel.Connection.CloseChannel(channel); return true;
            case MethodId.ChannelCloseOk: _ = Decode<ChannelCloseOk>(payload); return false; // nobody asked for it
            case MethodId.AccessRequest: _ = Decode<AccessRequest>(payload); channel.Output.Write(channel.Number, new AccessRequestOk(1)); return true;
            case MethodId.ConfirmSelect: ModeMethods.SelectConfirms(channel, Decode<ConfirmSelect>(payload)); return true;
            case MethodId.TxSelect: _ = Decode<TxSelect>(payload); ModeMethods.SelectTransaction(channel); return true;
            case MethodId.TxCommit: _ = Decode<TxCommit>(payload); ModeMethods.Commit(channel, batch); return true;
            case MethodId.TxRollback: _ = Decode<TxRollback>(payload); ModeMethods.Rollback(channel); return true;
            default: return false;
        }
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
