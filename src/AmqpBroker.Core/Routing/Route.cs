using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Core.Routing;

/// <summary>Where messages with one exchange and routing key go. Published: never changes once made.</summary>
public sealed class Route
{
    private readonly bool _hasReplies;

    internal Route(byte[] wireBytes, Queue[] queues, long topologyVersion, bool dependsOnMessage, RouteGuard[] guards)
    {
        WireBytes = wireBytes;
        Queues = queues;
        TopologyVersion = topologyVersion;
        DependsOnMessage = dependsOnMessage;
        Guards = guards;
        _hasReplies = Array.Exists(queues, static queue => queue is ReplyQueue);
        Refuses = Array.Exists(queues, static queue => queue.Settings.Refuses);
        Deduplicates = guards.Length > 0 || Array.Exists(queues, static queue => queue.Settings.IsDeduplicating);
    }

    /// <summary>Exchange and routing key as they stand on the wire, two short strings.</summary>
    public byte[] WireBytes { get; }

    /// <summary>The exchange published to.</summary>
    public required Exchange Exchange { get; init; }

    /// <summary>Counts what one channel sends by it; null when nobody counts. Set before it is used.</summary>
    public PublishCounter? Counter { get; set; }

    /// <summary>The queues, each once; none when the message is unroutable.</summary>
    public Queue[] Queues { get; }

    /// <summary>Whether nobody would get a message. Addresses of replies end without a change of the topology.</summary>
    public bool IsUnroutable => Queues.Length == 0 || (_hasReplies && Array.TrueForAll(Queues, static queue => queue.IsDeleted));

    /// <summary>The version of the topology this holds for.</summary>
    public long TopologyVersion { get; }

    /// <summary>Whether one of the queues may refuse messages: then they come one by one.</summary>
    public bool Refuses { get; }

    /// <summary>Whether a queue, or an exchange on the way, drops duplicates: then messages come one by one, too.</summary>
    public bool Deduplicates { get; }

    /// <summary>The deduplicating exchanges on the way, each with the queues behind it; they do not overlap.</summary>
    public RouteGuard[] Guards { get; }

    /// <summary>An exchange on the way looks at more than the key, or at nothing at all: each message must be routed by itself.</summary>
    public bool DependsOnMessage { get; }
}
