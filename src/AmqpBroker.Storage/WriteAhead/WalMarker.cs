using System.Buffers.Binary;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The log's own record at the start of each group: where it stands, and what was durable when it was written.</summary>
/// <remarks>
/// <code>
///  0           8               16
///  +-----------+---------------+
///  | LSN: i64  | durable: i64  |      little-endian, the payload of a record of kind 0
///  +-----------+---------------+
/// </code>
/// It is the proof by which recovery tells damage from a write cut off: what lies before a durable position that a marker names
/// was on disk once.
/// </remarks>
/// <param name="Lsn">Log sequence number before the marker.</param>
/// <param name="DurableLsn">What was durable.</param>
internal readonly record struct WalMarker(long Lsn, long DurableLsn)
{
    public static bool TryRead(byte kind, ReadOnlySpan<byte> payload, out WalMarker marker)
    {
        var isMarker = kind == WalFormat.MarkerKind && payload.Length == WalFormat.MarkerPayload;
        marker = isMarker
            ? new WalMarker(BinaryPrimitives.ReadInt64LittleEndian(payload), BinaryPrimitives.ReadInt64LittleEndian(payload[8..]))
            : default;
        return isMarker;
    }

    public void Write(Span<byte> payload)
    {
        BinaryPrimitives.WriteInt64LittleEndian(payload, Lsn);
        BinaryPrimitives.WriteInt64LittleEndian(payload[8..], DurableLsn);
    }
}
