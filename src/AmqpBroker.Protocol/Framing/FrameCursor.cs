using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Framing;

/// <summary>Reads the frames of one receive buffer, each in one piece (AMQP 0-9-1 §4.2.3).</summary>
/// <remarks>
/// The fast reader beside <see cref="FrameReader"/>: nearly all frames lie in one segment of the buffer, and are handed
/// out as they lie there; the few that straddle two are copied together. Three frames make a small message, so what
/// slicing a sequence costs would be paid millions of times a second.
/// </remarks>
public ref struct FrameCursor
{
    private const int HeaderLength = FrameConstants.HeaderLength;

    private readonly FrameScratch _scratch;
    private ReadOnlySequence<byte> _buffer;
    private ReadOnlyMemory<byte> _memory;
    private ReadOnlySpan<byte> _span;
    private int _offset;

    /// <summary>Starts at the beginning of a buffer.</summary>
    /// <param name="buffer">What has been received and not consumed.</param>
    /// <param name="frameMax">The negotiated frame-max in bytes; as in RabbitMQ, a payload may be that long.</param>
    /// <param name="scratch">Where frames that came in pieces are put together.</param>
    public FrameCursor(in ReadOnlySequence<byte> buffer, int frameMax, FrameScratch scratch)
    {
        FrameMax = frameMax;
        _scratch = scratch;
        MoveTo(buffer);
    }

    /// <summary>The negotiated frame-max in bytes, for the frames to come: it may change between two frames of one buffer.</summary>
    public int FrameMax { get; set; }

    /// <summary>A frame could not be read: where the next one begins nobody knows.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Behind the last frame read.</summary>
    public readonly SequencePosition Position => _buffer.GetPosition(_offset);

    /// <summary>Reads the next frame if all of it is there.</summary>
    /// <exception cref="ConnectionException">501: larger than frame-max, judged by its first seven octets, or without its end marker.</exception>
    public bool TryRead(out FrameView frame)
    {
        var rest = _span[_offset..];
        if (rest.Length > HeaderLength)
        {
            var length = PayloadLength(rest);
            if (rest.Length - HeaderLength > length)
            {
                var payload = rest.Slice(HeaderLength, length);
                CheckEnd(rest, payload, rest[HeaderLength + length]);
                frame = new FrameView(
                    (FrameType)rest[0],
                    BinaryPrimitives.ReadUInt16BigEndian(rest[1..]),
                    _memory.Slice(_offset + HeaderLength, length),
                    payload);
                _offset += HeaderLength + length + 1;
                return true;
            }
        }

        return TryReadAcross(out frame);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryReadAcross(out FrameView frame)
    {
        frame = default;
        var rest = _buffer.Slice(_offset);
        if (rest.Length < HeaderLength)
        {
            return false;
        }

        Span<byte> header = stackalloc byte[HeaderLength];
        rest.Slice(0, HeaderLength).CopyTo(header);
        var length = PayloadLength(header);
        if (rest.Length < HeaderLength + length + 1L)
        {
            return false;
        }

        var memory = _scratch.Rent(length + 1);
        rest.Slice(HeaderLength, length + 1).CopyTo(memory.Span);
        var payload = memory.Span[..length];
        CheckEnd(header, payload, memory.Span[length]);
        frame = new FrameView(
            (FrameType)header[0], BinaryPrimitives.ReadUInt16BigEndian(header[1..]), memory[..length], payload);
        MoveTo(rest.Slice(HeaderLength + length + 1));
        return true;
    }

    private void MoveTo(in ReadOnlySequence<byte> buffer)
    {
        _buffer = buffer;
        _memory = buffer.First;
        _span = _memory.Span;
        _offset = 0;
    }

    private int PayloadLength(scoped ReadOnlySpan<byte> header)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[3..]);
        if (length > (uint)FrameMax)
        {
            IsBroken = true;
            throw FrameErrors.TooLarge((FrameType)header[0], length, FrameMax);
        }

        return (int)length;
    }

    private void CheckEnd(scoped ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload, byte end)
    {
        if (end != FrameConstants.End)
        {
            IsBroken = true;
            throw FrameErrors.InvalidEndMarker((FrameType)header[0], new ReadOnlySequence<byte>(payload.ToArray()), end);
        }
    }
}
