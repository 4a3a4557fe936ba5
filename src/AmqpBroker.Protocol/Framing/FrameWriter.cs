using System.Buffers;
using System.Buffers.Binary;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;

namespace AmqpBroker.Protocol.Framing;

/// <summary>
/// Appends frames to an output (AMQP 0-9-1 §4.2.3): <c>type:u8 · channel:u16 · size:u32 · payload · 0xCE</c>.
/// Flushes nothing; the caller sees to it that an output has one user at a time.
/// </summary>
public static class FrameWriter
{
    // Room asked for a method frame at first: nearly all fit, and none is copied that does.
    private const int UsualMethodFrame = 256;

    /// <summary>Appends one method frame, or nothing when it throws.</summary>
    /// <exception cref="ArgumentException">A short string exceeds 255 octets.</exception>
    public static void WriteMethod<T>(IBufferWriter<byte> output, ushort channel, in T method)
        where T : struct, IAmqpMethod<T>
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = new WireWriter(output.GetSpan(UsualMethodFrame));
        try
        {
            writer.WriteOctet((byte)FrameType.Method);
            writer.WriteShort(channel);
            var start = writer.BeginLength();
            writer.WriteLong((uint)T.Id);
            method.Write(ref writer);
            writer.EndLength(start);
            writer.WriteOctet(FrameConstants.End);
            Commit(output, ref writer);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Appends one content header frame, whatever its size: a header cannot be split.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="channel">The channel number.</param>
    /// <param name="headerPayload">From class id to the last property, as <see cref="Content.ContentHeader"/> reads it.</param>
    public static void WriteHeader(IBufferWriter<byte> output, ushort channel, ReadOnlySpan<byte> headerPayload)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteFrame(output, FrameType.Header, channel, headerPayload);
    }

    /// <summary>Appends the body as frames of at most <paramref name="frameMax"/> octets; none for an empty body.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="channel">The channel number.</param>
    /// <param name="body">All of it; copied.</param>
    /// <param name="frameMax">Negotiated frame-max in octets, overhead included.</param>
    public static void WriteBody(IBufferWriter<byte> output, ushort channel, ReadOnlySpan<byte> body, int frameMax)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(frameMax, FrameConstants.Overhead);
        var maxPayload = frameMax - FrameConstants.Overhead;
        while (!body.IsEmpty)
        {
            var length = Math.Min(body.Length, maxPayload);
            WriteFrame(output, FrameType.Body, channel, body[..length]);
            body = body[length..];
        }
    }

    /// <summary>Appends a heartbeat.</summary>
    public static void WriteHeartbeat(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        WriteFrame(output, FrameType.Heartbeat, channel: 0, payload: default);
    }

    /// <summary>Appends the eight octets that open a connection, or answer any others.</summary>
    public static void WriteProtocolHeader(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write(FrameConstants.ProtocolHeader);
    }

    private static void WriteFrame(IBufferWriter<byte> output, FrameType type, ushort channel, ReadOnlySpan<byte> payload)
    {
        var header = output.GetSpan(FrameConstants.HeaderLength);
        header[0] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(header[1..], channel);
        BinaryPrimitives.WriteUInt32BigEndian(header[3..], (uint)payload.Length);
        output.Advance(FrameConstants.HeaderLength);
        output.Write(payload);
        output.Write([FrameConstants.End]);
    }

    private static void Commit(IBufferWriter<byte> output, ref WireWriter writer)
    {
        if (writer.HasMoved)
        {
            output.Write(writer.Written);
        }
        else
        {
            output.Advance(writer.Written.Length);
        }
    }
}
