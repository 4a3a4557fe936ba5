using System.Buffers.Binary;

namespace AmqpBroker.Core.Messages;

/// <summary>Reads and writes the record that a queue's log keeps of a message.</summary>
/// <remarks>
/// Little-endian; the variable parts are the wire's own bytes, so that delivering is copying.
/// <code>
///  0       1          2               4                8             16            24
///  +-------+----------+---------------+----------------+-------------+-------------+-------+--------+------+
///  | flags | priority | route len u16 | header len u32 | enqueued at | expires at  | route | header | body |
///  +-------+----------+---------------+----------------+-------------+-------------+-------+--------+------+
/// </code>
/// Times are Unix milliseconds; "expires at" 0 means never. Route is exchange and routing key as two short strings,
/// header the content header from class id to the last property.
/// </remarks>
public readonly ref struct MessageRecord
{
    /// <summary>Bytes before the route.</summary>
    public const int PrefixLength = 24;

    private readonly ReadOnlySpan<byte> _record;
    private readonly int _routeLength;
    private readonly int _headerLength;

    /// <summary>Looks at a record's bytes; nothing is copied.</summary>
    public MessageRecord(ReadOnlySpan<byte> record)
    {
        _record = record;
        _routeLength = BinaryPrimitives.ReadUInt16LittleEndian(record[2..]);
        _headerLength = BinaryPrimitives.ReadInt32LittleEndian(record[4..]);
    }

    /// <summary>The flags given at publishing.</summary>
    public MessageFlags Flags => (MessageFlags)_record[0];

    /// <summary>The priority property, 0 when absent.</summary>
    public byte Priority => PriorityOf(_record);

    /// <summary>When the queue took the message, in Unix milliseconds.</summary>
    public long EnqueuedAt => BinaryPrimitives.ReadInt64LittleEndian(_record[8..]);

    /// <summary>When the message expires, in Unix milliseconds; 0 for never.</summary>
    public long ExpiresAt => BinaryPrimitives.ReadInt64LittleEndian(_record[16..]);

    /// <summary>Exchange and routing key, two short strings.</summary>
    public ReadOnlySpan<byte> Route => _record.Slice(PrefixLength, _routeLength);

    /// <summary>The content header as received.</summary>
    public ReadOnlySpan<byte> Header => _record.Slice(PrefixLength + _routeLength, _headerLength);

    /// <summary>The body.</summary>
    public ReadOnlySpan<byte> Body => _record[(PrefixLength + _routeLength + _headerLength)..];

    /// <summary>Bytes the record of a message takes.</summary>
    public static int LengthOf(int routeLength, in PublishedMessage message) =>
        PrefixLength + routeLength + message.Header.Length + message.Body.Length;

    /// <summary>The priority property of the record's message, 0 when absent.</summary>
    public static byte PriorityOf(ReadOnlySpan<byte> record) => record[1];

    /// <summary>When the record's message expires, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</summary>
    public static long DueOf(ReadOnlySpan<byte> record)
    {
        var expiresAt = BinaryPrimitives.ReadInt64LittleEndian(record[16..]);
        return expiresAt == 0 ? long.MaxValue : expiresAt;
    }

    /// <summary>Sets when the record's message expires, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</summary>
    public static void SetDue(Span<byte> record, long due) =>
        BinaryPrimitives.WriteInt64LittleEndian(record[16..], due == long.MaxValue ? 0 : due);

    /// <summary>When a message that stays for so long expires: the earlier of its own and the queue's.</summary>
    /// <param name="from">Its arrival, in Unix milliseconds.</param>
    /// <param name="own">Its own time, in milliseconds; negative for none.</param>
    /// <param name="queue">The queue's, in milliseconds; null for none.</param>
    public static long DueAfter(long from, long own, long? queue)
    {
        var stays = own < 0 ? queue : Math.Min(own, queue ?? long.MaxValue);
        return stays is { } milliseconds ? from + milliseconds : long.MaxValue;
    }

    /// <summary>Whether only a consumer that waits may have the record's message: it stays for no time at all.</summary>
    public static bool IsImmediate(ReadOnlySpan<byte> record) =>
        BinaryPrimitives.ReadInt64LittleEndian(record[8..]) == BinaryPrimitives.ReadInt64LittleEndian(record[16..]);

    /// <summary>Length of the record's body in bytes.</summary>
    public static int BodyLengthOf(ReadOnlySpan<byte> record) =>
        record.Length - PrefixLength - BinaryPrimitives.ReadUInt16LittleEndian(record[2..]) - BinaryPrimitives.ReadInt32LittleEndian(record[4..]);

    /// <summary>Fills a record reserved with <see cref="LengthOf"/>.</summary>
    /// <param name="record">Exactly as many bytes as <see cref="LengthOf"/> said.</param>
    /// <param name="route">Exchange and routing key, two short strings.</param>
    /// <param name="message">What to keep.</param>
    /// <param name="now">The time of enqueueing, in Unix milliseconds.</param>
    /// <param name="due">When it expires, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</param>
    public static void Write(Span<byte> record, ReadOnlySpan<byte> route, in PublishedMessage message, long now, long due)
    {
        WritePrefix(record, route.Length, in message, now, due);
        var rest = record[PrefixLength..];
        route.CopyTo(rest);
        message.Header.Span.CopyTo(rest = rest[route.Length..]);
        message.Body.Span.CopyTo(rest[message.Header.Length..]);
    }

    /// <summary>Writes what stands before the route.</summary>
    /// <param name="record">At least <see cref="PrefixLength"/> bytes.</param>
    /// <param name="routeLength">Length of the route, in bytes.</param>
    /// <param name="message">The message.</param>
    /// <param name="now">The time of enqueueing, in Unix milliseconds.</param>
    /// <param name="due">When it expires, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</param>
    public static void WritePrefix(Span<byte> record, int routeLength, in PublishedMessage message, long now, long due)
    {
        record[0] = (byte)message.Flags;
        record[1] = message.Priority;
        BinaryPrimitives.WriteUInt16LittleEndian(record[2..], (ushort)routeLength);
        BinaryPrimitives.WriteInt32LittleEndian(record[4..], message.Header.Length);
        BinaryPrimitives.WriteInt64LittleEndian(record[8..], now);
        SetDue(record, due);
    }

    /// <summary>Flags a record as one that may have been delivered before.</summary>
    public static void MarkRedelivered(Span<byte> record) => record[0] |= (byte)MessageFlags.Redelivered;

    /// <summary>Flags a record as one of a message that survives a restart, whatever its publisher said.</summary>
    public static void MarkPersistent(Span<byte> record) => record[0] |= (byte)MessageFlags.Persistent;

    /// <summary>Whether a record is of a persistent message.</summary>
    public static bool IsPersistent(ReadOnlySpan<byte> record) => ((MessageFlags)record[0] & MessageFlags.Persistent) != MessageFlags.None;

    /// <summary>Whether a record is flagged as one that may have been delivered before a restart.</summary>
    public static bool IsRedelivered(ReadOnlySpan<byte> record) => ((MessageFlags)record[0] & MessageFlags.Redelivered) != MessageFlags.None;
}
