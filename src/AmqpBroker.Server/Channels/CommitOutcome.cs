namespace AmqpBroker.Server.Channels;

/// <summary>What came of a transaction that was carried out.</summary>
/// <param name="Lsn">Log sequence number behind its record, to wait for; 0 when there is none.</param>
/// <param name="IsWhole">Whether every queue took what was published to it.</param>
internal readonly record struct CommitOutcome(long Lsn, bool IsWhole);
