using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Fields;

/// <summary>
/// Takes the fields of a method off the front of borrowed octets (AMQP 0-9-1 §4.2.5); integers are big-endian.
/// When they end early an internal exception is thrown, which <see cref="Methods.MethodDecoder"/> turns into 501.
/// </summary>
public ref struct WireReader
{
    private ReadOnlySpan<byte> _rest;

    /// <summary>A reader of all of <paramref name="octets"/>, which must stay as they are while it is used.</summary>
    public WireReader(ReadOnlySpan<byte> octets) => _rest = octets;

    /// <summary>What was not read yet; empty at the end of a well-formed method.</summary>
    public readonly ReadOnlySpan<byte> Remaining => _rest;

    /// <summary>An unsigned octet, or up to eight packed bits, the first in the lowest position.</summary>
    public byte ReadOctet() => Take(sizeof(byte))[0];

    /// <summary>A bit field that stands alone: the lowest bit of an octet.</summary>
    public bool ReadBit() => (ReadOctet() & 1) != 0;

    /// <summary>An unsigned integer of 16 bits.</summary>
    public ushort ReadShort() => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort)));

    /// <summary>An unsigned integer of 32 bits.</summary>
    public uint ReadLong() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    /// <summary>An unsigned integer of 64 bits.</summary>
    public ulong ReadLongLong() => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong)));

    /// <summary>A string of at most 255 octets.</summary>
    /// <exception cref="ConnectionException">501: it is not UTF-8.</exception>
    public string ReadShortString()
    {
        var octets = ReadShortStringBytes();
        return Utf8.IsValid(octets) ? Encoding.UTF8.GetString(octets) : throw FrameErrors.MalformedShortString();
    }

    /// <summary>The octets of a short string, unchecked: a view over the input.</summary>
    public ReadOnlySpan<byte> ReadShortStringBytes() => Take(ReadOctet());

    /// <summary>The octets of a long string: a view over the input.</summary>
    public ReadOnlySpan<byte> ReadLongStringBytes()
    {
        var length = ReadLong();
        return length <= int.MaxValue ? Take((int)length) : throw new TruncatedException();
    }

    /// <summary>A long string that is text; octets that are not UTF-8 become U+FFFD.</summary>
    public string ReadLongString() => Encoding.UTF8.GetString(ReadLongStringBytes());

    /// <summary>A field table with the length before it.</summary>
    /// <exception cref="ConnectionException">502: broken inside.</exception>
    public FieldTable ReadTable() => FieldTable.Read(ReadLongStringBytes());

    /// <summary>A short string as properties hold it: any octets, see <see cref="LenientUtf8"/>.</summary>
    internal string ReadLenientShortString() => LenientUtf8.Decode(ReadShortStringBytes());

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw new TruncatedException();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
