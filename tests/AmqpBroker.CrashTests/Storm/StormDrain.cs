using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Storm;

/// <summary>Takes everything out of one queue, up to a last message that it puts there itself.</summary>
internal sealed class StormDrain : AsyncDefaultBasicConsumer
{
    private const string LastId = "last";

    private readonly string _queue;
    private readonly StormSession _session;
    private readonly StormLedger _ledger;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StormDrain(IChannel channel, string queue, StormSession session, StormLedger ledger)
        : base(channel)
    {
        _queue = queue;
        _session = session;
        _ledger = ledger;
    }

    /// <summary>Drains a queue into the ledger; nothing may be in the hands of another consumer.</summary>
    public static async Task RunAsync(StormBroker broker, string queue, StormLedger ledger, CancellationToken cancellationToken)
    {
        var (connection, session) = await broker.ConnectAsync(cancellationToken);
        await using var _ = connection;
        var confirming = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using var channel = await connection.CreateChannelAsync(confirming, cancellationToken);
        var last = new BasicProperties { MessageId = LastId };
        await channel.BasicPublishAsync(string.Empty, queue, mandatory: true, last, ReadOnlyMemory<byte>.Empty, cancellationToken);
        var drain = new StormDrain(channel, queue, session, ledger);

        await channel.BasicConsumeAsync(queue, autoAck: true, drain, cancellationToken);
        await drain._ended.Task.WaitAsync(cancellationToken);
    }

    public override Task HandleBasicDeliverAsync(
        string consumerTag,
        ulong deliveryTag,
        bool redelivered,
        string exchange,
        string routingKey,
        IReadOnlyBasicProperties properties,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken = default)
    {
        if (properties.MessageId == LastId)
        {
            _ended.TrySetResult();
        }
        else
        {
            _ledger.Delivered(_queue, _session, properties.MessageId, body.Span, redelivered);
        }

        return Task.CompletedTask;
    }
}
