namespace AmqpBroker.Core.Queues;

/// <summary>Ready messages of a queue, in the order in which they would be delivered.</summary>
/// <param name="Messages">The messages.</param>
/// <param name="Ready">How many are ready in all.</param>
/// <param name="Next">Where to go on; null when there is no more.</param>
public sealed record BrowsedMessages(IReadOnlyList<BrowsedMessage> Messages, long Ready, BrowsePlace? Next)
{
    /// <summary>No message at all.</summary>
    public static BrowsedMessages None { get; } = new([], 0, null);
}
