namespace AmqpBroker.Core.Queues;

/// <summary>Which ready messages are to be shown, and how much of each.</summary>
public sealed record BrowseRequest
{
    /// <summary>Go on behind this place; null for the first.</summary>
    public BrowsePlace? After { get; init; }

    /// <summary>Messages passed over first, counted from there.</summary>
    public long Offset { get; init; }

    /// <summary>Messages shown at most; at least 1.</summary>
    public required int Count { get; init; }

    /// <summary>Bytes of a body that are copied at most.</summary>
    public required int MostOfBody { get; init; }

    /// <summary>Which are shown, of those looked at; null for all.</summary>
    public Func<BrowsedMessage, bool>? Filter { get; init; }

    /// <summary>Messages looked at, at most, in search of those that the filter lets through.</summary>
    public int MostScanned { get; init; } = 20_000;

    /// <summary>Bytes copied, at most, before the answer is cut short.</summary>
    public long MostBytes { get; init; } = 64L << 20;
}
