using AmqpBroker.Protocol.Framing;

namespace AmqpBroker.Perf;

/// <summary>A whole frame in the receive buffer, valid until more is received.</summary>
internal readonly ref struct ReceivedFrame(FrameType type, ReadOnlySpan<byte> payload)
{
    public FrameType Type { get; } = type;

    public ReadOnlySpan<byte> Payload { get; } = payload;
}
