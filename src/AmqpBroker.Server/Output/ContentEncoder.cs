using System.Buffers.Binary;
using AmqpBroker.Core.Messages;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Server.Output;

/// <summary>Encodes a stored message behind the method that carries it: header frame, then body frames.</summary>
internal static class ContentEncoder
{
    /// <summary>Writes basic.deliver with its content.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="channel">The channel's number.</param>
    /// <param name="frameMax">Negotiated frame-max in bytes.</param>
    /// <param name="prefix">Class id, method id and consumer tag, the same for every delivery to a consumer.</param>
    /// <param name="deliveryTag">The tag.</param>
    /// <param name="isRedelivered">The redelivered bit.</param>
    /// <param name="message">The message.</param>
    /// <param name="header">Its content header, or what the consumer is to see instead.</param>
    public static void WriteDeliver(
        ref OutputCursor output,
        ushort channel,
        int frameMax,
        ReadOnlySpan<byte> prefix,
        ulong deliveryTag,
        bool isRedelivered,
        in MessageRecord message,
        ReadOnlySpan<byte> header)
    {
        var route = message.Route;
        var method = output.BeginFrame(FrameType.Method, channel, prefix.Length + sizeof(ulong) + 1 + route.Length);
        prefix.CopyTo(method);
        method = method[prefix.Length..];
        BinaryPrimitives.WriteUInt64BigEndian(method, deliveryTag);
        method[sizeof(ulong)] = isRedelivered ? (byte)1 : (byte)0;
        route.CopyTo(method[(sizeof(ulong) + 1)..]);
        WriteContent(ref output, channel, frameMax, header, message.Body);
    }

    /// <summary>Writes a content header and body; an empty body has no frame. The header is never split, as in RabbitMQ.</summary>
    public static void WriteContent(
        ref OutputCursor output, ushort channel, int frameMax, ReadOnlySpan<byte> header, ReadOnlySpan<byte> body)
    {
        output.WriteFrame(FrameType.Header, channel, header);
        var largest = frameMax - FrameConstants.Overhead;
        while (body.Length > largest)
        {
            output.WriteFrame(FrameType.Body, channel, body[..largest]);
            body = body[largest..];
        }

        if (body.Length > 0)
        {
            output.WriteFrame(FrameType.Body, channel, body);
        }
    }
}
