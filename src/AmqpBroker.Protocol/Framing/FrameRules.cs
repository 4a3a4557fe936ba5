using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Protocol.Framing;

/// <summary>What makes a complete frame acceptable, whatever state its connection is in.</summary>
internal static class FrameRules
{
    private const int MinMethodPayload = 4;
    private const int MinHeaderPayload = 12;

    /// <summary>Checks the frame's shape, then its channel.</summary>
    /// <exception cref="ConnectionException">
    /// 501: unknown type, heartbeat with a payload, or method or header too short; 505: a heartbeat on a channel, or
    /// content on channel 0.
    /// </exception>
    public static void Check(in Frame frame)
    {
        if (!HasShape(frame))
        {
            throw FrameErrors.UnknownFrame(frame.Type, frame.Payload);
        }

        var isMisplaced = frame.Type switch
        {
            FrameType.Heartbeat => frame.Channel != 0,
            FrameType.Header or FrameType.Body => frame.Channel == 0,
            _ => false,
        };
        if (isMisplaced)
        {
            throw FrameErrors.UnexpectedFrame(frame.Type, frame.Payload);
        }
    }

    private static bool HasShape(in Frame frame) => frame.Type switch
    {
        FrameType.Method => frame.Payload.Length >= MinMethodPayload,
        FrameType.Header => frame.Payload.Length >= MinHeaderPayload,
        FrameType.Body => true,
        FrameType.Heartbeat => frame.Payload.IsEmpty,
        _ => false,
    };
}
