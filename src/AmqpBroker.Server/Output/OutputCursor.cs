using System.Buffers;
using System.Buffers.Binary;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Server.Output;

/// <summary>Writes many small things into a connection's output with one reservation for as many as fit.</summary>
/// <remarks>Used under the output's lock; <see cref="Commit"/> ends it.</remarks>
internal ref struct OutputCursor(IBufferWriter<byte> writer)
{
    /// <summary>Less than any pool's block, so that a reservation never needs an array of its own.</summary>
    private const int SmallestReservation = 1024;

    private Span<byte> _span;
    private int _written;

    /// <summary>Writes a frame of known content: header, payload, end marker; the payload must be shorter than 1 KiB.</summary>
    public Span<byte> BeginFrame(FrameType type, ushort channel, int length)
    {
        var frame = Reserve(length + FrameConstants.Overhead);
        WriteFrameHeader(frame, type, channel, length);
        frame[FrameConstants.HeaderLength + length] = FrameConstants.End;
        _written += length + FrameConstants.Overhead;
        return frame.Slice(FrameConstants.HeaderLength, length);
    }

    /// <summary>Takes room for several frames, if they are small enough to be sure of it; the caller fills all of it.</summary>
    public bool TryTake(int length, out Span<byte> room)
    {
        if (length > SmallestReservation)
        {
            room = default;
            return false;
        }

        room = Reserve(length)[..length];
        _written += length;
        return true;
    }

    /// <summary>Writes what stands before a frame's payload.</summary>
    /// <param name="target">Room for the whole frame.</param>
    /// <param name="type">The frame's type.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="length">Length of the payload, in bytes.</param>
    /// <returns>What is behind it.</returns>
    public static Span<byte> WriteFrameHead(Span<byte> target, FrameType type, ushort channel, int length)
    {
        // Seven octets at once; the eighth is overwritten by the payload, or the end.
        BinaryPrimitives.WriteUInt64BigEndian(target, ((ulong)(byte)type << 56) | ((ulong)channel << 40) | ((ulong)(uint)length << 8));
        return target[FrameConstants.HeaderLength..];
    }

    /// <summary>Writes the last of a frame's payload, and its end.</summary>
    /// <returns>What is behind it.</returns>
    public static Span<byte> WriteFrameEnd(Span<byte> target, ReadOnlySpan<byte> payload)
    {
        payload.CopyTo(target);
        target[payload.Length] = FrameConstants.End;
        return target[(payload.Length + 1)..];
    }

    /// <summary>Writes a frame of any length.</summary>
    public void WriteFrame(FrameType type, ushort channel, ReadOnlySpan<byte> payload)
    {
        if (payload.Length + FrameConstants.Overhead <= SmallestReservation)
        {
            payload.CopyTo(BeginFrame(type, channel, payload.Length));
            return;
        }

        WriteFrameHeader(Reserve(FrameConstants.HeaderLength), type, channel, payload.Length);
        _written += FrameConstants.HeaderLength;
        while (payload.Length > 0)
        {
            var free = Reserve(1);
            var part = payload[..Math.Min(free.Length, payload.Length)];
            part.CopyTo(free);
            _written += part.Length;
            payload = payload[part.Length..];
        }

        Reserve(1)[0] = FrameConstants.End;
        _written++;
    }

    /// <summary>Hands what was written to the writer.</summary>
    public void Commit()
    {
        if (_written > 0)
        {
            writer.Advance(_written);
            _written = 0;
        }

        _span = default;
    }

    private static void WriteFrameHeader(Span<byte> target, FrameType type, ushort channel, int length)
    {
        target[0] = (byte)type;
        BinaryPrimitives.WriteUInt16BigEndian(target[1..], channel);
        BinaryPrimitives.WriteInt32BigEndian(target[3..], length);
    }

    private Span<byte> Reserve(int length)
    {
        if (_span.Length - _written < length)
        {
            Commit();
            _span = writer.GetSpan(Math.Max(length, SmallestReservation));
        }

        return _span[_written..];
    }
}
