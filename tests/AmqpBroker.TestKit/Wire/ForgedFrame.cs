using System.Buffers.Binary;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.TestKit.Wire;

/// <summary>Frames that no well-behaved client sends.</summary>
public static class ForgedFrame
{
    /// <summary>type:u8 · channel:u16 · size:u32 · payload · end</summary>
    public static byte[] Of(byte type, ushort channel, ReadOnlySpan<byte> payload, byte end = FrameConstants.End) =>
        [.. Header(type, channel, (uint)payload.Length), .. payload, end];

    /// <summary>The first seven octets of a frame, announcing a payload of any length.</summary>
    public static byte[] Header(byte type, ushort channel, uint size)
    {
        var header = new byte[FrameConstants.HeaderLength];
        header[0] = type;
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(1), channel);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(3), size);
        return header;
    }
}
