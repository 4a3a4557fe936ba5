using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Core.Queues;

/// <summary>A queue at one moment, for whoever looks at it. Immutable.</summary>
public sealed record QueueSnapshot
{
    /// <summary>How it stands.</summary>
    public required QueueFigures Figures { get; init; }

    /// <summary>The timestamp property of its oldest message, in seconds since 1970-01-01 UTC; null when it has none, or is on disk.</summary>
    public ulong? HeadTimestamp { get; init; }

    /// <summary>The consumers, those of higher priority first.</summary>
    public IReadOnlyList<Consumer> Consumers { get; init; } = [];
}
