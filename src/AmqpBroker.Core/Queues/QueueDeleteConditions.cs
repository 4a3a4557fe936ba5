namespace AmqpBroker.Core.Queues;

/// <summary>What must hold for a queue to be deleted.</summary>
[Flags]
public enum QueueDeleteConditions
{
    /// <summary>Delete in any case.</summary>
    None = 0,

    /// <summary>Only when no message is ready. Judged before <see cref="IfUnused"/>, as RabbitMQ does.</summary>
    IfEmpty = 1,

    /// <summary>Only when it has no consumers.</summary>
    IfUnused = 2,
}
