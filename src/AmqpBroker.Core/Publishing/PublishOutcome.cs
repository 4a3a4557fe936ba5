namespace AmqpBroker.Core.Publishing;

/// <summary>What became of a single message.</summary>
public enum PublishOutcome
{
    /// <summary>It is in a queue at least.</summary>
    Routed,

    /// <summary>No queue was to have it.</summary>
    Unroutable,

    /// <summary>A queue that was to have it took no more.</summary>
    Refused,
}
