namespace AmqpBroker.Protocol.Framing;

/// <summary>
/// The fixed numbers of framing (AMQP 0-9-1 §4.2.3): <c>type:u8 · channel:u16 · size:u32 · payload · 0xCE</c>.
/// </summary>
public static class FrameConstants
{
    /// <summary>Octets before the payload.</summary>
    public const int HeaderLength = 7;

    /// <summary>Octets of a frame that are not payload; frame-max counts them in.</summary>
    public const int Overhead = 8;

    /// <summary>The last octet of every frame.</summary>
    public const byte End = 0xCE;

    /// <summary>The frame-max a server offers unless configured otherwise, in octets.</summary>
    public const int DefaultFrameMax = 131_072;

    /// <summary>The smallest frame-max a peer may ask for, in octets (frame-min-size).</summary>
    public const int MinFrameMax = 4096;

    /// <summary>What a client sends first, and what a server answers to anything else: AMQP 0-9-1.</summary>
    public static ReadOnlySpan<byte> ProtocolHeader => "AMQP\0\0\t\u0001"u8;
}
