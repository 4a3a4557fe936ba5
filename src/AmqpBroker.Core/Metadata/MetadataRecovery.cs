using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Metadata;

/// <summary>What was found when a metadata store was opened.</summary>
public sealed record MetadataRecovery
{
    /// <summary>Position of the snapshot that was read; 0 when there was none.</summary>
    public required long SnapshotLsn { get; init; }

    /// <summary>Commands in the snapshot.</summary>
    public required long CommandsInSnapshot { get; init; }

    /// <summary>Commands in the journal behind the snapshot.</summary>
    public required long CommandsInJournal { get; init; }

    /// <summary>What was damaged or is missing, and what was done about it, in sentences for an operator.</summary>
    public required IReadOnlyList<string> Damage { get; init; }

    /// <summary>What was found in the journal's files.</summary>
    public required WalRecoveryReport Journal { get; init; }
}
