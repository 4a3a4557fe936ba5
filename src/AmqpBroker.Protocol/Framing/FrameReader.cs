using System.Buffers;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Framing;

/// <summary>Cuts received octets into frames (AMQP 0-9-1 §4.2.3).</summary>
public static class FrameReader
{
    /// <summary>Takes one whole frame off the front of <paramref name="buffer"/>.</summary>
    /// <param name="buffer">Octets not yet parsed; unchanged when the frame is still incomplete.</param>
    /// <param name="frameMax">
    /// Negotiated frame-max in octets, never zero here. A payload of frame-max itself is taken, though the frame is
    /// 8 octets larger then: RabbitMQ takes it, and there are clients that count so.
    /// </param>
    /// <param name="frame">A view over the receive buffer: valid until the pipe is advanced.</param>
    /// <returns>False when more octets are needed; at most <paramref name="frameMax"/> + 8 in all.</returns>
    /// <exception cref="ConnectionException">
    /// 501: larger than frame-max (judged before the payload is there), no 0xCE at its end, of an unknown type or too
    /// short; 505: a heartbeat on a channel, or content on channel 0.
    /// </exception>
    public static bool TryRead(ref ReadOnlySequence<byte> buffer, int frameMax, out Frame frame)
    {
        frame = default;
        var reader = new SequenceReader<byte>(buffer);
        if (!reader.TryRead(out var type) || !reader.TryReadBigEndian(out short channel) || !reader.TryReadBigEndian(out int size))
        {
            return false;
        }

        if ((uint)size > (uint)frameMax)
        {
            throw FrameErrors.TooLarge((FrameType)type, (uint)size, frameMax);
        }

        if (!reader.TryReadExact(size, out var payload) || !reader.TryRead(out var end))
        {
            return false;
        }

        if (end != FrameConstants.End)
        {
            throw FrameErrors.InvalidEndMarker((FrameType)type, payload, end);
        }

        frame = new Frame((FrameType)type, (ushort)channel, payload);
        FrameRules.Check(frame);
        buffer = reader.UnreadSequence;
        return true;
    }
}
