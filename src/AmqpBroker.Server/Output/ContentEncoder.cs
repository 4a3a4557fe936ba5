using System.Buffers.Binary;
using System.Text;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Server.Output;

/// <summary>Encodes a stored message behind the method that carries it: header frame, then body frames.</summary>
internal static class ContentEncoder
{
    /// <summary>What every delivery to a consumer begins with: class id, method id and consumer tag.</summary>
    public static byte[] DeliverPrefixOf(string consumerTag)
    {
        var tag = Encoding.UTF8.GetBytes(consumerTag);
        var id = MethodId.BasicDeliver;
        return [0, (byte)id.ClassId(), 0, (byte)id.MethodNumber(), (byte)tag.Length, .. tag];
    }

    /// <summary>Writes basic.deliver with its content.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="channel">The channel's number.</param>
    /// <param name="frameMax">Negotiated frame-max in bytes.</param>
    /// <param name="prefix">What <see cref="DeliverPrefixOf"/> has made.</param>
    /// <param name="deliveryTag">The tag.</param>
    /// <param name="isRedelivered">The redelivered bit.</param>
    /// <param name="route">Exchange and routing key, two short strings.</param>
    /// <param name="header">The content header.</param>
    /// <param name="body">The body.</param>
    public static void WriteDeliver(
        ref OutputCursor output,
        ushort channel,
        int frameMax,
        ReadOnlySpan<byte> prefix,
        ulong deliveryTag,
        bool isRedelivered,
        ReadOnlySpan<byte> route,
        ReadOnlySpan<byte> header,
        ReadOnlySpan<byte> body)
    {
        var methodLength = prefix.Length + sizeof(ulong) + 1 + route.Length;
        if (body.Length > 0 && body.Length <= frameMax - FrameConstants.Overhead
            && output.TryTake(methodLength + header.Length + body.Length + (3 * FrameConstants.Overhead), out var whole))
        {
            // A small message, as most are: three frames in one piece.
            var target = OutputCursor.WriteFrameHead(whole, FrameType.Method, channel, methodLength);
            prefix.CopyTo(target);
            target = target[prefix.Length..];
            BinaryPrimitives.WriteUInt64BigEndian(target, deliveryTag);
            target[sizeof(ulong)] = isRedelivered ? (byte)1 : (byte)0;
            target = target[(sizeof(ulong) + 1)..];
            target = OutputCursor.WriteFrameEnd(target, route);
            target = OutputCursor.WriteFrameEnd(OutputCursor.WriteFrameHead(target, FrameType.Header, channel, header.Length), header);
            OutputCursor.WriteFrameEnd(OutputCursor.WriteFrameHead(target, FrameType.Body, channel, body.Length), body);
            return;
        }

        var method = output.BeginFrame(FrameType.Method, channel, methodLength);
        prefix.CopyTo(method);
        method = method[prefix.Length..];
        BinaryPrimitives.WriteUInt64BigEndian(method, deliveryTag);
        method[sizeof(ulong)] = isRedelivered ? (byte)1 : (byte)0;
        route.CopyTo(method[(sizeof(ulong) + 1)..]);
        WriteContent(ref output, channel, frameMax, header, body);
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
