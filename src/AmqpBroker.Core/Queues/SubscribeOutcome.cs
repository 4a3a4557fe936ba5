namespace AmqpBroker.Core.Queues;

/// <summary>How a basic.consume ended.</summary>
public enum SubscribeOutcome
{
    /// <summary>The consumer is on the queue.</summary>
    Subscribed,

    /// <summary>Exclusivity, asked for or held by another, stands against it.</summary>
    ExclusiveUse,

    /// <summary>The queue has been deleted meanwhile.</summary>
    Deleted,
}
