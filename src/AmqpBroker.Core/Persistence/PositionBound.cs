using System.Buffers.Binary;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Core.Persistence;

/// <summary>A position that no message has reached, kept on disk: with it new messages can be numbered before the old ones have been read.</summary>
/// <remarks>
/// <code>
///  0         8          16          24
///  +---------+----------+-----------+
///  | magic   | bound    | ~bound    |      i64, little-endian
///  +---------+----------+-----------+
/// </code>
/// Raised long before it is reached, by a new file renamed over the old one. A file that is missing or not whole is no bound, and costs
/// a start that reads everything first. Confined to whoever looks after the store.
/// </remarks>
internal sealed class PositionBound(string directory, string path, IStorageFiles files)
{
    /// <summary>How far it is raised: what all queues together take in an hour and more at a million a second.</summary>
    private const long Step = 1L << 32;

    private const int Size = 3 * sizeof(long);

    /// <summary>"AMQPBND1" as it lies in the file.</summary>
    private static readonly long Magic = BinaryPrimitives.ReadInt64LittleEndian("AMQPBND1"u8);

    /// <summary>The bound; 0 when there is none.</summary>
    public long Value { get; private set; } = Read(path, files);

    /// <summary>Whether it should be raised before messages reach it.</summary>
    public bool IsNear(long position) => position > Value - (Step / 2);

    /// <summary>Raises it above a position. Durable when it returns.</summary>
    /// <exception cref="IOException">The disk refused; it is as it was.</exception>
    public void RaiseAbove(long position)
    {
        var bound = position + Step;
        var bytes = new byte[Size];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Magic);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(sizeof(long)), bound);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2 * sizeof(long)), ~bound);
        var temporary = path + ".new";
        files.Delete(temporary);
        using (var file = files.Open(temporary, StorageFileMode.CreateNew))
        {
            file.Write(0, bytes);
            file.Sync();
        }

        files.Rename(temporary, path);
        files.SyncDirectory(directory);
        Value = bound;
    }

    private static long Read(string path, IStorageFiles files)
    {
        if (!files.List(Path.GetDirectoryName(path) ?? ".").Contains(Path.GetFileName(path)))
        {
            return 0;
        }

        Span<byte> bytes = stackalloc byte[Size];
        try
        {
            using var file = files.Open(path, StorageFileMode.Read);
            if (file.Read(0, bytes) < Size)
            {
                return 0;
            }
        }
        catch (IOException)
        {
            // No bound, then: everything is read first.
            return 0;
        }

        var bound = BinaryPrimitives.ReadInt64LittleEndian(bytes[sizeof(long)..]);
        var isWhole = BinaryPrimitives.ReadInt64LittleEndian(bytes) == Magic
            && BinaryPrimitives.ReadInt64LittleEndian(bytes[(2 * sizeof(long))..]) == ~bound;
        return isWhole ? bound : 0;
    }
}
