using System.Buffers.Binary;
using System.Text;

namespace AmqpBroker.ConformanceTests.Wire.Client;

/// <summary>Reads the elementary types of AMQP 0-9-1, big-endian.</summary>
internal sealed class WireReader(byte[] octets)
{
    private int _position;

    public bool IsAtEnd => _position == octets.Length;

    public byte Octet() => octets[_position++];

    public byte[] Octets(int count)
    {
        _position += count;
        return octets[(_position - count).._position];
    }

    /// <summary>An integer of that many octets.</summary>
    public ulong Integer(int size)
    {
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        Octets(size).CopyTo(padded[^size..]);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }

    public string ShortString() => Encoding.UTF8.GetString(Octets(Octet()));

    public byte[] LongString() => Octets((int)Integer(4));
}
