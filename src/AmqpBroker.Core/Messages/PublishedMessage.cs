namespace AmqpBroker.Core.Messages;

/// <summary>A message on its way from a publisher into queues; everything in it is borrowed until the enqueue returns.</summary>
public readonly struct PublishedMessage
{
    /// <summary>The content header as received: class id, weight, body size, property flags, properties.</summary>
    public required ReadOnlyMemory<byte> Header { get; init; }

    /// <summary>The whole body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Flags that go into the record.</summary>
    public MessageFlags Flags { get; init; }

    /// <summary>The priority property, 0 when absent.</summary>
    public byte Priority { get; init; }

    /// <summary>The expiration property in milliseconds; negative when absent.</summary>
    public long ExpiresAfterMilliseconds { get; init; }
}
