using System.Diagnostics;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>A block of records waiting to be written. Belongs to <see cref="PendingRecords"/> while it is filled, to the writer afterwards.</summary>
/// <param name="capacity">Bytes of records it can take.</param>
internal sealed class PendingChunk(int capacity)
{
    /// <summary>Room behind the records, for the zeros with which the writer fills the last page of a write.</summary>
    public const int Slack = WalFileHeader.PageSize;

    // Pinned, since it is written from again and again.
    private readonly byte[] _bytes = GC.AllocateUninitializedArray<byte>(capacity + Slack, pinned: true);

    public int Capacity => capacity;

    /// <summary>Log sequence number before its first record.</summary>
    public long FirstLsn { get; private set; }

    /// <summary>Bytes filled.</summary>
    public int Used { get; private set; }

    /// <summary>Log sequence number behind its last record.</summary>
    public long EndLsn => FirstLsn + Used;

    public bool HasRoomFor(long size) => capacity - Used >= size;

    /// <summary>Empties it, to start at <paramref name="firstLsn"/>.</summary>
    public void Reset(long firstLsn)
    {
        FirstLsn = firstLsn;
        Used = 0;
    }

    /// <summary>Begins a record; the caller copies the payload into what it gets.</summary>
    public Span<byte> Append(byte kind, int payload)
    {
        var size = (int)WalFormat.SizeOf(payload);
        Debug.Assert(HasRoomFor(size), "record does not fit");
        var record = _bytes.AsSpan(Used, size);
        WalFormat.Begin(record, kind, payload);
        Used += size;
        return record.Slice(WalFormat.RecordHeader, payload);
    }

    /// <summary>The whole record at <paramref name="position"/>.</summary>
    public Span<byte> RecordAt(int position)
    {
        var rest = _bytes.AsSpan(position, Used - position);
        return rest[..(int)WalFormat.SizeOf(WalFormat.PayloadOf(rest))];
    }

    /// <summary>The bytes from one position to another, with <paramref name="padding"/> zeros behind, which only the end has room for.</summary>
    public ReadOnlySpan<byte> Slice(int from, int to, int padding)
    {
        Debug.Assert(padding == 0 || to == Used, "padding would overwrite records");
        _bytes.AsSpan(to, padding).Clear();
        return _bytes.AsSpan(from, to - from + padding);
    }
}
