using System.Buffers.Binary;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The first bytes of a file.</summary>
/// <remarks>
/// <code>
///  0            8             12          16           24              32              40        64
///  +------------+-------------+-----------+------------+---------------+---------------+---------+
///  | magic (8)  | version u32 | crc u32   | number i64 | first LSN i64 | durable i64   | zeros   |   little-endian
///  +------------+-------------+-----------+------------+---------------+---------------+---------+
/// </code>
/// Size, magic, version and checksum stay where they are in every version, so that a newer file is known from a damaged one.
/// </remarks>
/// <param name="Number">Number of the file; another one than its name says is left from a former life.</param>
/// <param name="FirstLsn">Log sequence number before the first record.</param>
/// <param name="DurableLsn">What was durable when the file was begun.</param>
internal readonly record struct WalFileHeader(long Number, long FirstLsn, long DurableLsn)
{
    /// <summary>Bytes in the file; the first record follows.</summary>
    public const int Size = 64;

    /// <summary>Unit in which a write is filled up with zeros, so that no page must be read before it can be written.</summary>
    public const int PageSize = 4096;

    private const int VersionOffset = 8;
    private const int ChecksumOffset = 12;

    private static ReadOnlySpan<byte> Magic => "ABWAL\r\n\x1a"u8;

    /// <summary>Reads a header.</summary>
    /// <param name="bytes">At least the first <see cref="Size"/> bytes of the file.</param>
    /// <param name="version">Its format version; only when that is known here are the fields filled.</param>
    /// <param name="header">The fields.</param>
    /// <returns>False when it is damaged, or none.</returns>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out uint version, out WalFileHeader header)
    {
        header = default;
        version = 0;
        if (bytes.Length < Size || !bytes.StartsWith(Magic) || Checksum(bytes) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[ChecksumOffset..]))
        {
            return false;
        }

        version = BinaryPrimitives.ReadUInt32LittleEndian(bytes[VersionOffset..]);
        if (version == WalFormat.Version)
        {
            header = new WalFileHeader(
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]));
        }

        return true;
    }

    /// <exception cref="StorageVersionException">It is a whole header of a newer version.</exception>
    public static void EnsureKnownVersion(string path, ReadOnlySpan<byte> bytes)
    {
        if (TryRead(bytes, out var version, out _) && version > WalFormat.Version)
        {
            throw new StorageVersionException(path, version, WalFormat.Version);
        }
    }

    /// <summary>Writes the header over the first <see cref="Size"/> bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[..Size].Clear();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[VersionOffset..], WalFormat.Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[24..], FirstLsn);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[32..], DurableLsn);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[ChecksumOffset..], Checksum(bytes));
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = Crc32C.Append(Crc32C.Seed, bytes[..ChecksumOffset]);
        return ~Crc32C.Append(crc, bytes[(ChecksumOffset + sizeof(uint))..Size]);
    }
}
