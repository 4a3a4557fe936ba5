namespace AmqpBroker.Storage.WriteAhead;

/// <summary>What a write-ahead log is opened with; never changed afterwards.</summary>
public sealed record WriteAheadLogOptions
{
    /// <summary>Smallest <see cref="FileSize"/>, in bytes.</summary>
    public const int SmallestFileSize = 4096;

    /// <summary>Where its files lie. Created when missing; nothing else should be kept there.</summary>
    public required string Directory { get; init; }

    /// <summary>
    /// Size of one file in bytes, allocated ahead. Default 64 MiB: a fifth of a second of writing on a fast disk, so that files
    /// are given back soon and changed seldom. A record that needs more gets a file of its own.
    /// </summary>
    public long FileSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether records count as durable after the sync that covers them (the default), or as soon as they are written: then they
    /// survive the process, but not a failure of the machine.
    /// </summary>
    public bool SyncsEveryCommit { get; init; } = true;

    /// <summary>Bytes appended and not durable from which the log says that it is behind. Default 32 MiB, a tenth of a second.</summary>
    public long BehindFrom { get; init; } = 32 * 1024 * 1024;

    /// <summary>How long to wait after a failed write or sync before going on in a new file. Default one second.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether opening reads no more than is needed to go on: every file's header, and the last file. What damage there is elsewhere is
    /// then found by <see cref="WriteAheadLog.CompleteRecovery"/>. Default false.
    /// </summary>
    public bool ReadsOnlyItsEnd { get; init; }
}
