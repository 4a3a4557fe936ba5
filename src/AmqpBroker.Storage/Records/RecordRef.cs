namespace AmqpBroker.Storage.Records;

/// <summary>Where one record lies: a small value, so that a backlog costs its bytes and nothing the GC must visit.</summary>
/// <remarks>
/// Valid from <see cref="RecordLog.Append"/> until <see cref="RecordLog.Release"/>; the memory behind a released
/// record may already belong to another log.
/// </remarks>
/// <param name="Segment">The segment that holds the record.</param>
/// <param name="Offset">Offset of the record's length field within the segment, in bytes.</param>
public readonly record struct RecordRef(Segment Segment, int Offset)
{
    /// <summary>The record's place in its log: the number of records before it, so it only ever grows and is never reused.</summary>
    public long Position => Segment.PositionAt(Offset);

    /// <summary>The record's bytes as they were appended. Borrowed: gone once the record is released.</summary>
    public ReadOnlySpan<byte> Bytes => Segment.Read(Offset);
}
