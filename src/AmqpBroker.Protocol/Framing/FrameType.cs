namespace AmqpBroker.Protocol.Framing;

/// <summary>The first octet of a frame (AMQP 0-9-1 §4.2.3). Other values never leave the frame reader.</summary>
public enum FrameType : byte
{
    /// <summary>Class id, method id and the method's fields.</summary>
    Method = 1,

    /// <summary>Size and properties of the content that follows.</summary>
    Header = 2,

    /// <summary>A part of the content's octets.</summary>
    Body = 3,

    /// <summary>A sign of life: empty, on channel 0.</summary>
    Heartbeat = 8,
}
