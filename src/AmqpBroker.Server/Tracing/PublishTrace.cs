using System.Diagnostics;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tracing;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Server.Tracing;

/// <summary>The spans of messages published together: each begins when the one before was routed, and ends when all are in their queues.</summary>
/// <remarks>Confined to the loop that publishes.</remarks>
internal sealed class PublishTrace
{
    private readonly TimeProvider _clock;
    private readonly List<Activity> _open = [];
    private DateTimeOffset _routed;

    private PublishTrace(TimeProvider clock)
    {
        _clock = clock;
        _routed = clock.GetUtcNow();
    }

    /// <summary>Begins; null when nobody listens.</summary>
    public static PublishTrace? Begin(TimeProvider clock) => MessageTracing.IsOn ? new PublishTrace(clock) : null;

    /// <summary>Notes a message whose queues are known now.</summary>
    /// <param name="virtualHost">Where it was published.</param>
    /// <param name="route">Where it goes.</param>
    /// <param name="properties">From the property flags to the last property.</param>
    /// <param name="bodySize">In bytes.</param>
    public void Routed(string virtualHost, Route route, ReadOnlySpan<byte> properties, int bodySize)
    {
        var start = _routed;
        _routed = _clock.GetUtcNow();
        var (exchange, key) = RouteCache.Decode(route.WireBytes);
        var message = new TracedMessage(virtualHost, exchange, key, bodySize);
        var view = BasicPropertiesView.Parse(properties);
        if (MessageTracing.StartPublish(in message, in view, start) is { } publish)
        {
            MessageTracing.AddRoute(publish, in message, route.IsUnroutable ? 0 : route.Queues.Length, _routed);
            _open.Add(publish);
        }
    }

    /// <summary>What was published is where it goes.</summary>
    public void Enqueued()
    {
        if (_open.Count == 0)
        {
            return;
        }

        var now = _clock.GetUtcNow().UtcDateTime;
        foreach (var publish in _open)
        {
            publish.SetEndTime(now);
            publish.Dispose();
        }

        _open.Clear();
    }
}
