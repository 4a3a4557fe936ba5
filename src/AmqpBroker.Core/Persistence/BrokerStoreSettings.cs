namespace AmqpBroker.Core.Persistence;

/// <summary>How a data directory is opened.</summary>
public sealed record BrokerStoreSettings
{
    /// <summary>The data directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether a confirm waits for the disk (fsync), or only for the operating system.</summary>
    public bool SyncsEveryCommit { get; init; } = true;

    /// <summary>Bytes of memory in which the messages of all queues are kept; what is beyond it belongs on disk.</summary>
    public long MemoryLimit { get; init; } = long.MaxValue;
}
