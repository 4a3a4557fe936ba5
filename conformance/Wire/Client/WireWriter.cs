using System.Buffers.Binary;
using System.Text;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>Writes the elementary types of AMQP 0-9-1, big-endian.</summary>
internal sealed class WireWriter
{
    private readonly List<byte> _octets = [];

    public int Length => _octets.Count;

    public byte[] ToArray() => [.. _octets];

    public WireWriter Octet(byte value)
    {
        _octets.Add(value);
        return this;
    }

    public WireWriter Octets(ReadOnlySpan<byte> value)
    {
        _octets.AddRange(value);
        return this;
    }

    /// <summary>The lowest <paramref name="size"/> octets of an integer.</summary>
    public WireWriter Integer(ulong value, int size)
    {
        Span<byte> octets = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(octets, value);
        return Octets(octets[^size..]);
    }

    public WireWriter ShortString(string text)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        return Octet(checked((byte)octets.Length)).Octets(octets);
    }

    public WireWriter LongString(ReadOnlySpan<byte> octets) => Integer((ulong)octets.Length, 4).Octets(octets);

    public WireWriter LongString(string text) => LongString(Encoding.UTF8.GetBytes(text));
}
