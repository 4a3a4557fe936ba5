using System.Buffers.Binary;
using System.Numerics;

namespace AmqpBroker.Tests.Serving;

/// <summary>Makes files of a data directory look as a newer version would write them.</summary>
internal static class FormatVersions
{
    private const uint Newer = 7;

    /// <summary>The first file of a log: the version is at 8, the checksum of the other 60 bytes at 12.</summary>
    public static void MakeLogNewer(string directory)
    {
        var path = Directory.GetFiles(directory, "0*.wal").Order(StringComparer.Ordinal).First();
        using var file = File.Open(path, FileMode.Open);
        var header = new byte[64];
        file.ReadExactly(header);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(8), Newer);
        var checksum = Checksum(Checksum(uint.MaxValue, header.AsSpan(0, 12)), header.AsSpan(16));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(12), ~checksum);
        file.Position = 0;
        file.Write(header);
    }

    /// <summary>A metadata snapshot: the version is at 8, the checksum of everything at the end.</summary>
    public static void MakeSnapshotNewer(string path)
    {
        var bytes = File.ReadAllBytes(path);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(8), Newer);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(bytes.Length - 4), ~Checksum(uint.MaxValue, bytes.AsSpan(0, bytes.Length - 4)));
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>The delivered marks: QMARK and the version as a digit.</summary>
    public static void MakeMarksNewer(string path)
    {
        using var file = File.Open(path, FileMode.Open);
        file.Position = 5;
        file.WriteByte((byte)('0' + Newer));
    }

    private static uint Checksum(uint seed, ReadOnlySpan<byte> bytes)
    {
        var checksum = seed;
        foreach (var octet in bytes)
        {
            checksum = BitOperations.Crc32C(checksum, octet);
        }

        return checksum;
    }
}
