namespace AmqpBroker.Storage.WriteAhead;

/// <summary>What was found when the files of a log were read.</summary>
public sealed record WalRecoveryReport
{
    /// <summary>The files, oldest first.</summary>
    public required IReadOnlyList<WalFileInfo> Files { get; init; }

    /// <summary>Whole records in them, the log's own markers left out.</summary>
    public required long Records { get; init; }

    /// <summary>Bytes of whole records, headers and markers included.</summary>
    public required long Bytes { get; init; }

    /// <summary>Where the log goes on: behind everything that was found, or is known to have been durable.</summary>
    public required long EndLsn { get; init; }

    /// <summary>The end of the last write when it was cut off; null when the log ends cleanly.</summary>
    public required WalTornTail? TornTail { get; init; }

    /// <summary>Damage in the middle, oldest first; the records around it were recovered.</summary>
    public required IReadOnlyList<WalDamage> Damage { get; init; }

    /// <summary>Missing files, oldest first.</summary>
    public required IReadOnlyList<WalGap> Gaps { get; init; }

    /// <summary>Names of files in the directory that are none of the log's; left alone.</summary>
    public required IReadOnlyList<string> ForeignFiles { get; init; }

    /// <summary>Whether anything is lost that was reported durable once.</summary>
    public bool HasLosses => Damage.Count > 0 || Gaps.Count > 0;
}
