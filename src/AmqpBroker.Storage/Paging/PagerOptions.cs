namespace AmqpBroker.Storage.Paging;

/// <summary>How a pager works.</summary>
public sealed record PagerOptions
{
    /// <summary>Directory of the page files; emptied at the start.</summary>
    public required string Directory { get; init; }

    /// <summary>Bytes that the segments of all logs may take in memory; what is beyond goes to disk.</summary>
    public required long MemoryLimit { get; init; }
}
