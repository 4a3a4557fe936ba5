using System.Buffers;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Framing;

/// <summary>What makes a complete frame acceptable, whatever state its connection is in.</summary>
public static class FrameRules
{
    private const int MinMethodPayload = 4;
    private const int MinHeaderPayload = 12;

    /// <summary>Checks the frame's shape, then its channel.</summary>
    /// <exception cref="ConnectionException">
    /// 501: unknown type, heartbeat with a payload, or method or header too short; 505: a heartbeat on a channel, or
    /// content on channel 0.
    /// </exception>
    public static void Check(in Frame frame) => Check(frame.Type, frame.Channel, frame.Payload);

    /// <inheritdoc cref="Check(in Frame)"/>
    public static void Check(in FrameView frame) =>
        Check(frame.Type, frame.Channel, new ReadOnlySequence<byte>(frame.Memory));

    private static void Check(FrameType type, ushort channel, in ReadOnlySequence<byte> payload)
    {
        if (!HasShape(type, payload.Length))
        {
            throw FrameErrors.UnknownFrame(type, payload);
        }

        var isMisplaced = type switch
        {
            FrameType.Heartbeat => channel != 0,
            FrameType.Header or FrameType.Body => channel == 0,
            _ => false,
        };
        if (isMisplaced)
        {
            throw FrameErrors.UnexpectedFrame(type, payload);
        }
    }

    private static bool HasShape(FrameType type, long length) => type switch
    {
        FrameType.Method => length >= MinMethodPayload,
        FrameType.Header => length >= MinHeaderPayload,
        FrameType.Body => true,
        FrameType.Heartbeat => length == 0,
        _ => false,
    };
}
