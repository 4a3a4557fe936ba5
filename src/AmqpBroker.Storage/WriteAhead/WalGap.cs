namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Files missing from the middle of the sequence.</summary>
/// <param name="FirstNumber">Number of the first one missing.</param>
/// <param name="LastNumber">Number of the last one missing.</param>
/// <param name="FromLsn">Log sequence number at which the missing records start.</param>
/// <param name="ToLsn">Log sequence number at which the log goes on.</param>
public sealed record WalGap(long FirstNumber, long LastNumber, long FromLsn, long ToLsn);
