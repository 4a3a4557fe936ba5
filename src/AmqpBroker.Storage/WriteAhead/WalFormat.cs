using System.Buffers.Binary;
using System.Numerics;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>How a record lies in a file: docs/formats/write-ahead-log.md.</summary>
/// <remarks>
/// <code>
///  0             4             8      9           12                12+n    8-byte boundary
///  +-------------+-------------+------+-----------+-----------------+-------+
///  | n: u32      | crc: u32    | kind | check:u24 | payload (n)     | zeros |      little-endian
///  +-------------+-------------+------+-----------+-----------------+-------+
/// </code>
/// The check covers file number, offset, length and kind, so that a length is known to be one before it is followed; the
/// checksum covers all that and the payload. Since both know file and offset, bytes of a former life of the file never pass.
/// </remarks>
internal static class WalFormat
{
    /// <summary>Newest format version, and the only one so far.</summary>
    public const int Version = 1;

    /// <summary>Bytes before the payload.</summary>
    public const int RecordHeader = 12;

    /// <summary>Records start at multiples of this.</summary>
    public const int Alignment = 8;

    /// <summary>Kind of the log's own records.</summary>
    public const byte MarkerKind = 0;

    /// <summary>A marker's payload: its own position, and what was durable when it was written, both i64.</summary>
    public const int MarkerPayload = 16;

    /// <summary>Bytes of a marker in the log.</summary>
    public const int MarkerSize = (RecordHeader + MarkerPayload + Alignment - 1) / Alignment * Alignment;

    /// <summary>Largest payload: with its header it must fit into one array.</summary>
    public const int LargestPayload = 0x7fff_0000;

    /// <summary>Bytes a record takes in a file.</summary>
    public static long SizeOf(long payload) => (RecordHeader + payload + Alignment - 1) & -Alignment;

    /// <summary>Writes what of a record does not depend on where it will lie. The payload follows by the caller.</summary>
    public static void Begin(Span<byte> record, byte kind, int payload)
    {
        BinaryPrimitives.WriteInt32LittleEndian(record, payload);
        BinaryPrimitives.WriteInt32LittleEndian(record[8..], kind);
        record[(RecordHeader + payload)..(int)SizeOf(payload)].Clear();
    }

    /// <summary>Reads the length of a record that was begun here.</summary>
    public static int PayloadOf(ReadOnlySpan<byte> record) => BinaryPrimitives.ReadInt32LittleEndian(record);

    /// <summary>Adds the checks to a whole record, now that its place is known.</summary>
    public static void Seal(Span<byte> record, long fileNumber, long offset)
    {
        var payload = PayloadOf(record);
        var kind = record[8];
        var head = HeadChecksum(fileNumber, offset, (uint)payload, kind);
        BinaryPrimitives.WriteUInt32LittleEndian(record[4..], Checksum(head, record.Slice(RecordHeader, payload)));
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], kind | (head << 8));
    }

    /// <summary>Whether a record can start with these bytes at this place; the payload has still to be checked.</summary>
    public static bool IsHeader(ReadOnlySpan<byte> header, long fileNumber, long offset, out uint payload)
    {
        payload = BinaryPrimitives.ReadUInt32LittleEndian(header);
        var kindAndCheck = BinaryPrimitives.ReadUInt32LittleEndian(header[8..]);
        return payload <= LargestPayload
            && (HeadChecksum(fileNumber, offset, payload, (byte)kindAndCheck) << 8) == (kindAndCheck & 0xffff_ff00);
    }

    /// <summary>Whether a record whose header was found good is whole.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> record, long fileNumber, long offset)
    {
        var payload = PayloadOf(record);
        var head = HeadChecksum(fileNumber, offset, (uint)payload, record[8]);
        return BinaryPrimitives.ReadUInt32LittleEndian(record[4..]) == Checksum(head, record.Slice(RecordHeader, payload));
    }

    private static uint HeadChecksum(long fileNumber, long offset, uint payload, byte kind)
    {
        var crc = BitOperations.Crc32C(Crc32C.Seed, (ulong)fileNumber);
        crc = BitOperations.Crc32C(crc, (ulong)offset);
        return BitOperations.Crc32C(crc, payload | ((ulong)kind << 32));
    }

    private static uint Checksum(uint head, ReadOnlySpan<byte> payload) => ~Crc32C.Append(head, payload);
}
