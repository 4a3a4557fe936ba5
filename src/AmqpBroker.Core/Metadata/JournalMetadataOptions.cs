namespace AmqpBroker.Core.Metadata;

/// <summary>What a <see cref="JournalMetadataStore"/> is opened with; never changed afterwards.</summary>
public sealed record JournalMetadataOptions
{
    /// <summary>Where its files lie. Created when missing; nothing else should be kept there.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether a command is safe after a sync (the default), or as soon as it is written: then it survives the process, not the machine.</summary>
    public bool SyncsEveryCommit { get; init; } = true;

    /// <summary>Size of one journal file in bytes, allocated ahead. Default 4 MiB, some 50 000 commands.</summary>
    public long JournalFileSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Bytes of journal since the last snapshot from which on there is another one, if they are also four times what that one took.
    /// Default 4 MiB: read again in a tenth of a second.
    /// </summary>
    public long SnapshotFrom { get; init; } = 4 * 1024 * 1024;
}
