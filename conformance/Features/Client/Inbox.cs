using System.Threading.Channels;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features.Client;

/// <summary>A consumer that keeps its deliveries, in their order, until the test asks for them.</summary>
internal sealed class Inbox(IChannel channel) : AsyncDefaultBasicConsumer(channel)
{
    private readonly Channel<Message> _messages = System.Threading.Channels.Channel.CreateUnbounded<Message>();
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Tag { get; set; } = string.Empty;

    /// <summary>Completes when the broker cancels this consumer.</summary>
    public Task CancelledByBroker => _cancelled.Task.WaitAsync(FeatureRules.Patience);

    public bool IsEmpty => !_messages.Reader.TryPeek(out _);

    public async Task<Message> NextAsync()
    {
        using var patience = new CancellationTokenSource(FeatureRules.Patience);
        try
        {
            return await _messages.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException waited)
        {
            throw new AssertionException($"No delivery came within {FeatureRules.Patience.TotalSeconds} s.", waited);
        }
    }

    /// <summary>The texts of that many deliveries, those flagged as redelivered with a star.</summary>
    public async Task<List<string>> TakeAsync(int count)
    {
        var taken = new List<string>(count);
        while (taken.Count < count)
        {
            taken.Add((await NextAsync()).Marked);
        }

        return taken;
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
        // The client takes the body's memory back when this method returns.
        _messages.Writer.TryWrite(
            new Message(consumerTag, deliveryTag, redelivered, exchange, routingKey, new BasicProperties(properties), body.ToArray()));
        return Task.CompletedTask;
    }

    public override async Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default)
    {
        await base.HandleBasicCancelAsync(consumerTag, cancellationToken);
        _cancelled.TrySetResult();
    }
}
