namespace AmqpBroker.Core.Messages;

/// <summary>Messages that one publisher sent in a row by the same route: enqueued together, under one lock.</summary>
/// <param name="route">Exchange and routing key as they stand on the wire.</param>
/// <param name="messages">The messages.</param>
/// <param name="mayBeRefused">See <see cref="MayBeRefused"/>.</param>
public readonly ref struct MessageRun(ReadOnlySpan<byte> route, ReadOnlySpan<PublishedMessage> messages, bool mayBeRefused = true)
{
    /// <summary>Exchange and routing key as they stand on the wire, two short strings.</summary>
    public ReadOnlySpan<byte> Route { get; } = route;

    /// <summary>The messages in the order of publishing.</summary>
    public ReadOnlySpan<PublishedMessage> Messages { get; } = messages;

    /// <summary>
    /// Whether the publisher hears of a refusal. Not when its route was found before the queue came to refuse anything: then it takes them,
    /// though it is full, rather than have them confirmed and lost.
    /// </summary>
    public bool MayBeRefused { get; } = mayBeRefused;
}
