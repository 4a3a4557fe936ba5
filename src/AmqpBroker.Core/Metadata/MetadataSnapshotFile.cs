using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Core.Metadata;

/// <summary>The format of a snapshot: docs/formats/metadata-journal.md.</summary>
/// <remarks>
/// <code>
///  0             8              12            16         24                 32
///  +-------------+--------------+-------------+----------+------------------+------------------+-------------+
///  | "ABMETA\r\n"| version: u32 | count: u32  | LSN: i64 | last queue: i64  | count × command  | CRC-32C: u32|   little-endian
///  +-------------+--------------+-------------+----------+------------------+------------------+-------------+
///  command = n: u32 · kind: u8 · payload (n)
/// </code>
/// </remarks>
internal static class MetadataSnapshotFile
{
    private const uint Version = 1;
    private const int HeaderSize = 32;
    private const int CommandHeaderSize = 5;
    private const int ChunkSize = 256 * 1024;

    private static ReadOnlySpan<byte> Magic => "ABMETA\r\n"u8;

    /// <summary>Writes a snapshot to a new file and syncs it.</summary>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static long Write(IStorageFiles files, string path, MetadataSnapshot snapshot)
    {
        files.Delete(path);
        using var file = files.Open(path, StorageFileMode.CreateNew);
        var writer = new ChunkWriter(file);
        Span<byte> header = stackalloc byte[HeaderSize];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], Version);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)snapshot.Commands.Count);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], snapshot.Lsn);
        BinaryPrimitives.WriteInt64LittleEndian(header[24..], snapshot.LastQueueId);
        writer.Append(header);
        foreach (var command in snapshot.Commands)
        {
            var payload = MetadataCodec.Encode(command);
            BinaryPrimitives.WriteInt32LittleEndian(header, payload.Length);
            header[sizeof(int)] = (byte)MetadataCodec.KindOf(command);
            writer.Append(header[..CommandHeaderSize]);
            writer.Append(payload);
        }

        var length = writer.Complete();
        file.Sync();
        return length;
    }

    /// <summary>Reads a snapshot.</summary>
    /// <param name="files">The way to the files.</param>
    /// <param name="path">Where it is.</param>
    /// <param name="snapshot">What it holds.</param>
    /// <param name="size">Its size in bytes.</param>
    /// <returns>False when it is damaged, or none.</returns>
    /// <exception cref="StorageVersionException">A newer version wrote it.</exception>
    /// <exception cref="MetadataStoreException">It is whole, but holds what this version does not know.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static bool TryRead(IStorageFiles files, string path, [NotNullWhen(true)] out MetadataSnapshot? snapshot, out long size)
    {
        snapshot = null;
        if (!TryReadWhole(files, path, out var content))
        {
            size = 0;
            return false;
        }

        size = content.Length + sizeof(uint);
        EnsureKnownVersion(path, content);
        var commands = new MetadataCommand[BinaryPrimitives.ReadUInt32LittleEndian(content[12..])];
        var rest = content[HeaderSize..];
        for (var i = 0; i < commands.Length; i++)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
            commands[i] = Decode(path, (MetadataRecordKind)rest[sizeof(int)], rest.Slice(CommandHeaderSize, length));
            rest = rest[(CommandHeaderSize + length)..];
        }

        snapshot = new MetadataSnapshot(
            BinaryPrimitives.ReadInt64LittleEndian(content[16..]), BinaryPrimitives.ReadInt64LittleEndian(content[24..]), commands);
        return true;
    }

    /// <exception cref="StorageVersionException">It is whole, and a newer version wrote it.</exception>
    public static void EnsureKnownVersion(IStorageFiles files, string path)
    {
        if (TryReadWhole(files, path, out var content))
        {
            EnsureKnownVersion(path, content);
        }
    }

    private static MetadataCommand Decode(string path, MetadataRecordKind kind, ReadOnlySpan<byte> payload)
    {
        try
        {
            return MetadataCodec.Decode(kind, payload);
        }
        catch (MetadataStoreException exception)
        {
            throw new MetadataStoreException($"In {path}, {exception.Message}", exception);
        }
    }

    private static void EnsureKnownVersion(string path, ReadOnlySpan<byte> content)
    {
        var version = BinaryPrimitives.ReadUInt32LittleEndian(content[8..]);
        if (version > Version)
        {
            throw new StorageVersionException(path, version, Version);
        }
    }

    private static bool TryReadWhole(IStorageFiles files, string path, out ReadOnlySpan<byte> content)
    {
        content = default;
        using var file = files.Open(path, StorageFileMode.Read);
        var bytes = new byte[file.Length];
        try
        {
            bytes = bytes[..file.Read(0, bytes)];
        }
        catch (IOException)
        {
            // A block the disk does not give is damage like any other.
            return false;
        }

        if (bytes.Length < HeaderSize + sizeof(uint) || !bytes.AsSpan().StartsWith(Magic))
        {
            return false;
        }

        content = bytes.AsSpan(0, bytes.Length - sizeof(uint));
        return Crc32C.Of(content) == BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(content.Length));
    }

    /// <summary>Writes in large pieces, adding up the checksum.</summary>
    private sealed class ChunkWriter(IStorageFile file)
    {
        private readonly byte[] _chunk = new byte[ChunkSize];
        private int _filled;
        private long _written;
        private uint _checksum = Crc32C.Seed;

        public void Append(ReadOnlySpan<byte> bytes)
        {
            while (!bytes.IsEmpty)
            {
                var fitting = Math.Min(bytes.Length, _chunk.Length - _filled);
                bytes[..fitting].CopyTo(_chunk.AsSpan(_filled));
                _filled += fitting;
                bytes = bytes[fitting..];
                if (_filled == _chunk.Length)
                {
                    Flush();
                }
            }
        }

        /// <summary>Writes the rest and the checksum behind it.</summary>
        public long Complete()
        {
            Flush();
            Span<byte> checksum = stackalloc byte[sizeof(uint)];
            BinaryPrimitives.WriteUInt32LittleEndian(checksum, ~_checksum);
            file.Write(_written, checksum);
            return _written + checksum.Length;
        }

        private void Flush()
        {
            var bytes = _chunk.AsSpan(0, _filled);
            _checksum = Crc32C.Append(_checksum, bytes);
            file.Write(_written, bytes);
            _written += _filled;
            _filled = 0;
        }
    }
}
