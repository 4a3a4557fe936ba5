namespace AmqpBroker.Storage.WriteAhead;

/// <summary>A record read back.</summary>
public readonly ref struct WalRecord
{
    internal WalRecord(byte kind, ReadOnlySpan<byte> payload, long lsn)
    {
        Kind = kind;
        Payload = payload;
        Lsn = lsn;
    }

    /// <summary>What its writer called it; never zero.</summary>
    public byte Kind { get; }

    /// <summary>Its bytes. Borrowed: gone with the next read.</summary>
    public ReadOnlySpan<byte> Payload { get; }

    /// <summary>Log sequence number behind it, as <see cref="WalAppend.Commit"/> gave when it was the last one.</summary>
    public long Lsn { get; }
}
