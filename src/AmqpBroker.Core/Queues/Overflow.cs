namespace AmqpBroker.Core.Queues;

/// <summary>What a full queue does (x-overflow).</summary>
public enum Overflow
{
    /// <summary>Drops its oldest messages; on a queue with priorities those of the highest.</summary>
    DropHead,

    /// <summary>Refuses new messages: basic.nack to whoever wants confirms, silence to others.</summary>
    RejectPublish,

    /// <summary>Refuses new messages, and dead-letters them.</summary>
    RejectPublishAndDeadLetter,
}
