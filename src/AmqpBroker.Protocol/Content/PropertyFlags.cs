namespace AmqpBroker.Protocol.Content;

/// <summary>
/// Which properties a content header holds (AMQP 0-9-1 §4.2.6.1). Their values follow in this order, the highest bit
/// first. Bit 1 has no meaning and is ignored.
/// </summary>
[Flags]
public enum PropertyFlags : ushort
{
    /// <summary>No property at all.</summary>
    None = 0,

    /// <summary>content-type, a short string.</summary>
    ContentType = 1 << 15,

    /// <summary>content-encoding, a short string.</summary>
    ContentEncoding = 1 << 14,

    /// <summary>headers, a table.</summary>
    Headers = 1 << 13,

    /// <summary>delivery-mode, an octet.</summary>
    DeliveryMode = 1 << 12,

    /// <summary>priority, an octet.</summary>
    Priority = 1 << 11,

    /// <summary>correlation-id, a short string.</summary>
    CorrelationId = 1 << 10,

    /// <summary>reply-to, a short string.</summary>
    ReplyTo = 1 << 9,

    /// <summary>expiration, a short string that holds milliseconds.</summary>
    Expiration = 1 << 8,

    /// <summary>message-id, a short string.</summary>
    MessageId = 1 << 7,

    /// <summary>timestamp, seconds in 64 bits.</summary>
    Timestamp = 1 << 6,

    /// <summary>type, a short string.</summary>
    Type = 1 << 5,

    /// <summary>user-id, a short string.</summary>
    UserId = 1 << 4,

    /// <summary>app-id, a short string.</summary>
    AppId = 1 << 3,

    /// <summary>cluster-id, reserved, a short string.</summary>
    ClusterId = 1 << 2,

    /// <summary>More flags would follow: basic has none, so this is an error.</summary>
    Continuation = 1 << 0,
}
