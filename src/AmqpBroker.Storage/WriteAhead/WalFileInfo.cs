namespace AmqpBroker.Storage.WriteAhead;

/// <summary>One file of the log, as it was when asked.</summary>
/// <param name="Number">Its number, which is also its name. Only grows, never reused; numbers may be left out.</param>
/// <param name="FirstLsn">Log sequence number before its first record.</param>
/// <param name="Bytes">Bytes of records in it that are safe. The file itself is larger.</param>
/// <param name="IsCurrent">Whether it is being written.</param>
public readonly record struct WalFileInfo(long Number, long FirstLsn, long Bytes, bool IsCurrent)
{
    /// <summary>Log sequence number behind its last record.</summary>
    public long EndLsn => FirstLsn + Bytes;
}
