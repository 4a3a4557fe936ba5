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
        switch (id)
        {
            case MethodId.ChannelOpen: throw ChannelErrors.AlreadyOpen();
            case MethodId.ChannelFlow: Flow(channel, Decode<ChannelFlow>(payload)); break;
            case MethodId.ChannelClose: channel.Connection.CloseChannel(channel); break;
            case MethodId.ExchangeDeclare: ExchangeMethods.Declare(channel, Decode<ExchangeDeclare>(payload)); break;
            case MethodId.ExchangeDelete: ExchangeMethods.Delete(channel, Decode<ExchangeDelete>(payload)); break;
            case MethodId.ExchangeBind: ExchangeMethods.Bind(channel, Decode<ExchangeBind>(payload)); break;
            case MethodId.ExchangeUnbind: ExchangeMethods.Unbind(channel, Decode<ExchangeUnbind>(payload)); break;
            case MethodId.QueueDeclare: QueueMethods.Declare(channel, Decode<QueueDeclare>(payload)); break;
            case MethodId.QueueBind: QueueMethods.Bind(channel, Decode<QueueBind>(payload)); break;
            case MethodId.QueueUnbind: QueueMethods.Unbind(channel, Decode<QueueUnbind>(payload)); break;
            case MethodId.QueuePurge: QueueMethods.Purge(channel, Decode<QueuePurge>(payload)); break;
            case MethodId.QueueDelete: QueueMethods.Delete(channel, Decode<QueueDelete>(payload)); break;
            case MethodId.BasicQos: BasicMethods.Qos(channel, Decode<BasicQos>(payload), batch); break;
            case MethodId.BasicConsume: BasicMethods.Consume(channel, Decode<BasicConsume>(payload), batch); break;
            case MethodId.BasicCancel: BasicMethods.Cancel(channel, Decode<BasicCancel>(payload)); break;
            case MethodId.BasicGet: BasicMethods.Get(channel, Decode<BasicGet>(payload), batch); break;
            case MethodId.BasicRecover: BasicMethods.Recover(channel, Decode<BasicRecover>(payload), batch); break;
            case MethodId.BasicRecoverAsync: BasicMethods.Recover(channel, Decode<BasicRecoverAsync>(payload), batch); break;
            case MethodId.BasicCancelOk: break; // the answer to a cancel that waits for none
            case MethodId.AccessRequest: channel.Output.Write(channel.Number, new AccessRequestOk(1)); break;
            case MethodId.ConfirmSelect: ModeMethods.SelectConfirms(channel, Decode<ConfirmSelect>(payload)); break;
            case MethodId.TxSelect: ModeMethods.SelectTransaction(channel); break;
            case MethodId.TxCommit: ModeMethods.Commit(channel, batch); break;
            case MethodId.TxRollback: ModeMethods.Rollback(channel); break;
            default: throw Enum.IsDefined(id) ? ChannelErrors.UnimplementedMethod() : FrameErrors.UnknownMethod(id);
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
