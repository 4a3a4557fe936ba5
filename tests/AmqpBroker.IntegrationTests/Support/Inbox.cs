using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A consumer that keeps its deliveries, in their order, until the test asks for them.</summary>
internal sealed class Inbox(IChannel channel) : AsyncDefaultBasicConsumer(channel)
{
    private readonly Channel<Delivery> _deliveries = System.Threading.Channels.Channel.CreateUnbounded<Delivery>();
    private readonly TaskCompletionSource<string> _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the consumer tag when the broker cancels this consumer.</summary>
    public Task<string> CancelledByBroker => _cancelled.Task;

    /// <summary>Set to false by tests whose channel comes back after it closed.</summary>
    public bool EndsWithChannel { get; init; } = true;

    /// <summary>Whether everything received so far has been taken.</summary>
    public bool IsEmpty => !_deliveries.Reader.TryPeek(out _);

    /// <summary>Waits for the next delivery; fails when the channel closes first.</summary>
    public ValueTask<Delivery> NextAsync(CancellationToken cancellationToken) =>
        _deliveries.Reader.ReadAsync(cancellationToken);

    public async Task<List<Delivery>> TakeAsync(int count, CancellationToken cancellationToken)
    {
        var taken = new List<Delivery>(count);
        while (taken.Count < count)
        {
            taken.Add(await NextAsync(cancellationToken));
        }

        return taken;
    }

    public async Task<List<string>> TakeTextsAsync(int count, CancellationToken cancellationToken) =>
        (await TakeAsync(count, cancellationToken)).ConvertAll(delivery => delivery.Text);

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
        // The client takes the body's memory back when this method returns.
        var delivery = new Delivery(consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, body.ToArray());
        _deliveries.Writer.TryWrite(delivery);
        return Task.CompletedTask;
    }

    public override async Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        await base.HandleBasicCancelAsync(consumerTag, cancellationToken);
        _cancelled.TrySetResult(consumerTag);
    }

    public override Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason)
    {
        ArgumentNullException.ThrowIfNull(reason);
        if (EndsWithChannel)
        {
            _deliveries.Writer.TryComplete(new InvalidOperationException($"The channel closed: {reason}"));
        }

        return base.HandleChannelShutdownAsync(channel, reason);
    }
}
