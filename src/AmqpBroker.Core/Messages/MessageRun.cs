namespace AmqpBroker.Core.Messages;

/// <summary>Messages that one publisher sent in a row by the same route: enqueued together, under one lock.</summary>
public readonly ref struct MessageRun(ReadOnlySpan<byte> route, ReadOnlySpan<PublishedMessage> messages)
{
    /// <summary>Exchange and routing key as they stand on the wire, two short strings.</summary>
    public ReadOnlySpan<byte> Route { get; } = route;

    /// <summary>The messages in the order of publishing.</summary>
    public ReadOnlySpan<PublishedMessage> Messages { get; } = messages;
}
