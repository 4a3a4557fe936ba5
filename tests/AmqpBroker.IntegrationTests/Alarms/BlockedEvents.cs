using System.Threading.Channels;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Alarms;

/// <summary>What the official client tells of being blocked: the reason, or null for its end.</summary>
internal sealed class BlockedEvents
{
    private readonly Channel<string?> _events = System.Threading.Channels.Channel.CreateUnbounded<string?>();

    public BlockedEvents(IConnection connection)
    {
        connection.ConnectionBlockedAsync += (_, blocked) => WriteAsync(blocked.Reason);
        connection.ConnectionUnblockedAsync += (_, _) => WriteAsync(null);
    }

    public bool IsEmpty => !_events.Reader.TryPeek(out _);

    public ValueTask<string?> NextAsync(CancellationToken cancellationToken) => _events.Reader.ReadAsync(cancellationToken);

    private Task WriteAsync(string? reason) => _events.Writer.WriteAsync(reason).AsTask();
}
