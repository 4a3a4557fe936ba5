using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Server.Channels;

/// <summary>basic.ack, nack and reject.</summary>
internal static class SettleMethods
{
    public static void Ack(AmqpChannel channel, in BasicAck method, InputBatch batch) =>
        Settle(channel, new(method.DeliveryTag, method.Multiple, SettleOutcome.Acknowledge, MethodId.BasicAck), batch);

    public static void Nack(AmqpChannel channel, in BasicNack method, InputBatch batch) =>
        Settle(channel, new(method.DeliveryTag, method.Multiple, Refused(method.Requeue), MethodId.BasicNack), batch);

    public static void Reject(AmqpChannel channel, in BasicReject method, InputBatch batch) =>
        Settle(channel, new(method.DeliveryTag, IsMultiple: false, Refused(method.Requeue), MethodId.BasicReject), batch);

    private static SettleOutcome Refused(bool requeue) => requeue ? SettleOutcome.Requeue : SettleOutcome.Reject;

    private static void Settle(AmqpChannel channel, in PendingSettle settle, InputBatch batch)
    {
        if (channel.Transaction is { } transaction)
        {
            transaction.Settle(channel, in settle);
        }
        else
        {
            batch.Settle(channel, in settle);
        }
    }
}
