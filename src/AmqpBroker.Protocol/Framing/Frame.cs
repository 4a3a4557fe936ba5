using System.Buffers;

namespace AmqpBroker.Protocol.Framing;

/// <summary>One whole frame: a view over the receive buffer, valid until that is advanced.</summary>
/// <param name="type">One of the defined types.</param>
/// <param name="channel">The channel number; 0 is the connection itself.</param>
/// <param name="payload">What stands between the frame's header and its end octet.</param>
public readonly struct Frame(FrameType type, ushort channel, ReadOnlySequence<byte> payload)
{
    /// <summary>What the payload is.</summary>
    public FrameType Type { get; } = type;

    /// <summary>The channel number; 0 is the connection itself.</summary>
    public ushort Channel { get; } = channel;

    /// <summary>What stands between the frame's header and its end octet.</summary>
    public ReadOnlySequence<byte> Payload { get; } = payload;
}
