namespace AmqpBroker.Core.Queues;

/// <summary>A queue at one moment, for whoever looks at it. Immutable.</summary>
public sealed record QueueSnapshot
{
    /// <summary>What it holds.</summary>
    public required QueueCounts Counts { get; init; }

    /// <summary>Bytes of the bodies of the ready messages.</summary>
    public long ReadyBytes { get; init; }

    /// <summary>Bytes of memory that its messages take.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>The timestamp property of its oldest message, in seconds since 1970-01-01 UTC; null when it has none, or is on disk.</summary>
    public ulong? HeadTimestamp { get; init; }

    /// <summary>The consumers, those of higher priority first.</summary>
    public IReadOnlyList<Consumer> Consumers { get; init; } = [];

    /// <summary>The consumer that gets everything; null where all are served, or there is none.</summary>
    public Consumer? ActiveConsumer { get; init; }
}
