using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Notes what one consumer receives, and settles it by its habit.</summary>
internal sealed class StormInbox(IChannel channel, string queue, AckHabit habit, StormSession session, StormLedger ledger)
    : AsyncDefaultBasicConsumer(channel)
{
    private const int MultipleOf = 40;
    private const int RequeuedOf = 37;

    private readonly List<StormMessage> _held = [];
    private int _received;

    public override async Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        if (ledger.Delivered(queue, session, properties.MessageId, body.Span, redelivered) is not { } message)
        {
            return;
        }

        _received++;
        try
        {
            await SettleAsync(message, deliveryTag, redelivered, cancellationToken);
        }
        catch (Exception killed) when (StormBroker.IsLostConnection(killed))
        {
            // Not acknowledged then; it comes again.
        }
    }

    private async Task SettleAsync(StormMessage message, ulong deliveryTag, bool isRedelivered, CancellationToken cancellationToken)
    {
        if (habit == AckHabit.RequeuingSome && !isRedelivered && _received % RequeuedOf == 0)
        {
            await Channel.BasicNackAsync(deliveryTag, multiple: false, requeue: true, cancellationToken);
            return;
        }

        _held.Add(message);
        if (habit != AckHabit.LateInMultiples || _held.Count == MultipleOf)
        {
            await Channel.BasicAckAsync(deliveryTag, habit == AckHabit.LateInMultiples, cancellationToken);
            ledger.Acked(queue, _held);
            _held.Clear();
        }
    }
}
