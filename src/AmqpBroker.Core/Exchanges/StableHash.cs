using System.Buffers.Binary;

namespace AmqpBroker.Core.Exchanges;

/// <summary>A hash of 64 bits that is the same in every process, unlike the runtime's: FNV-1a, mixed at the end.</summary>
internal struct StableHash()
{
    private const ulong Prime = 0x0000_0100_0000_01B3;

    private ulong _state = 0xCBF2_9CE4_8422_2325;

    /// <summary>The hash of what was added.</summary>
    public readonly ulong Value => Mix(_state);

    public void Add(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            _state = (_state ^ value) * Prime;
        }
    }

    /// <summary>Adds characters, and that they end here.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            _state = (_state ^ character) * Prime;
        }

        _state = (_state ^ char.MaxValue) * Prime;
    }

    public void Add(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Add(bytes);
    }

    /// <summary>Spreads each bit over all others (the finalizer of SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58_476D_1CE4_E5B9;
        value = (value ^ (value >> 27)) * 0x94D0_49BB_1331_11EB;
        return value ^ (value >> 31);
    }
}
