namespace AmqpBroker.Core.Queues;

/// <summary>What kind of queue is declared (x-queue-type).</summary>
public enum QueueType
{
    /// <summary>The ordinary queue, and what a queue is that names no type.</summary>
    Classic,

    /// <summary>Keeps every message over a restart, and counts failed deliveries.</summary>
    Quorum,

    /// <summary>A log that consumers read without emptying it.</summary>
    Stream,
}
