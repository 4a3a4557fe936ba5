namespace AmqpBroker.Protocol.Framing;

/// <summary>One frame in one piece, as <see cref="FrameCursor"/> reads it; borrowed from the receive buffer.</summary>
/// <param name="type">The frame's type.</param>
/// <param name="channel">The channel, 0 for the connection itself.</param>
/// <param name="memory">The payload.</param>
/// <param name="payload">The same bytes as a span, since the reader has it at hand.</param>
public readonly ref struct FrameView(FrameType type, ushort channel, ReadOnlyMemory<byte> memory, ReadOnlySpan<byte> payload)
{
    /// <summary>The frame's type; any octet, checked by whoever handles the frame.</summary>
    public FrameType Type { get; } = type;

    /// <summary>The channel, 0 for the connection itself.</summary>
    public ushort Channel { get; } = channel;

    /// <summary>The payload, for those who must hold on to it beyond the call, though not beyond the read.</summary>
    public ReadOnlyMemory<byte> Memory { get; } = memory;

    /// <summary>The payload.</summary>
    public ReadOnlySpan<byte> Payload { get; } = payload;
}
