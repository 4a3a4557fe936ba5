using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using AmqpBroker.Protocol.Content;
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

    // Class, weight and body size, before the property flags.
    private const int PropertiesStart = 12;
    private const int MinContentHeader = PropertiesStart + sizeof(ushort);
    private const uint BasicClassAndWeight = (uint)ContentHeader.BasicClassId << 16;

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

    /// <summary>Looks whether the next three frames are a whole message; <see cref="Pass"/> goes behind it.</summary>
    /// <remarks>
    /// A shortcut for what nearly every publisher sends, at a third of the cost. Whatever is not exactly that, errors among
    /// it, is left to <see cref="TryRead"/>, which takes the same frames one by one.
    /// </remarks>
    public readonly bool TryPeekPublish(out PublishFrames frames)
    {
        frames = default;
        var rest = _span[_offset..];
        if (!TryPeek(rest, 0, FrameType.Method, out var channel, out var method) || method.Length < sizeof(uint)
            || BinaryPrimitives.ReadUInt32BigEndian(method) != (uint)MethodId.BasicPublish)
        {
            return false;
        }

        var headerStart = method.Length + FrameConstants.Overhead;
        if (!TryPeek(rest, headerStart, FrameType.Header, out var headerChannel, out var header) || headerChannel != channel
            || header.Length < MinContentHeader || BinaryPrimitives.ReadUInt32BigEndian(header) != BasicClassAndWeight)
        {
            return false;
        }

        var bodyStart = headerStart + header.Length + FrameConstants.Overhead;
        if (!TryPeek(rest, bodyStart, FrameType.Body, out var bodyChannel, out var body) || bodyChannel != channel
            || body.IsEmpty || BinaryPrimitives.ReadUInt64BigEndian(header[sizeof(uint)..]) != (ulong)body.Length)
        {
            return false;
        }

        frames = new PublishFrames
        {
            Channel = channel,
            Fields = method[sizeof(uint)..],
            Header = _memory.Slice(_offset + headerStart + HeaderLength, header.Length),
            Properties = header[PropertiesStart..],
            Body = _memory.Slice(_offset + bodyStart + HeaderLength, body.Length),
            Length = bodyStart + body.Length + FrameConstants.Overhead,
        };
        return true;
    }

    /// <summary>Goes behind what <see cref="TryPeekPublish"/> has found.</summary>
    public void Pass(in PublishFrames frames) => _offset += frames.Length;

    // The payload of the frame at an offset, if it is whole, of that type, no longer than it may be, and well ended.
    private readonly bool TryPeek(ReadOnlySpan<byte> rest, int start, FrameType type, out ushort channel, out ReadOnlySpan<byte> payload)
    {
        channel = 0;
        payload = default;
        if (rest.Length - start < FrameConstants.Overhead)
        {
            return false;
        }

        // Type, channel and length are seven octets; the eighth is the payload's first, or the end.
        var head = BinaryPrimitives.ReadUInt64BigEndian(rest[start..]);
        var length = (uint)(head >> 8);
        if ((byte)(head >> 56) != (byte)type || length > (uint)FrameMax || rest.Length - start - FrameConstants.Overhead < length
            || rest[start + HeaderLength + (int)length] != FrameConstants.End)
        {
            return false;
        }

        channel = (ushort)(head >> 40);
        payload = rest.Slice(start + HeaderLength, (int)length);
        return true;
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
