using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace AmqpBroker.Storage.Files;

/// <summary>The checksum of everything on disk: CRC-32C (Castagnoli), by the processor's own instruction.</summary>
public static class Crc32C
{
    /// <summary>What <see cref="Append"/> starts from.</summary>
    public const uint Seed = uint.MaxValue;

    /// <summary>The checksum of bytes that are all there.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => ~Append(Seed, bytes);

    /// <summary>Goes on over more bytes; the checksum is the complement of what the last call gave.</summary>
    /// <param name="crc"><see cref="Seed"/>, or what the call before gave.</param>
    /// <param name="bytes">The bytes that follow.</param>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return crc;
    }
}
