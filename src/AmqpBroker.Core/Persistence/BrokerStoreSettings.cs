using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>How a data directory is opened.</summary>
public sealed record BrokerStoreSettings
{
    /// <summary>The data directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Size of one file of the message journal in bytes. Default 64 MiB, see <see cref="WriteAheadLogOptions.FileSize"/>.</summary>
    public long MessageFileSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Size of one file of the metadata journal in bytes. Default 4 MiB, see <see cref="JournalMetadataOptions.JournalFileSize"/>.</summary>
    public long MetadataFileSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>Whether a confirm waits for the disk (fsync), or only for the operating system.</summary>
    public bool SyncsEveryCommit { get; init; } = true;

    /// <summary>Bytes of memory in which the messages of all queues are kept; what is beyond it belongs on disk.</summary>
    public long MemoryLimit { get; init; } = long.MaxValue;
}
