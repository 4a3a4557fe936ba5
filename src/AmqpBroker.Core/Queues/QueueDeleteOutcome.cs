namespace AmqpBroker.Core.Queues;

/// <summary>How an attempt to delete a queue ended.</summary>
public enum QueueDeleteOutcome
{
    /// <summary>The queue is gone.</summary>
    Deleted,

    /// <summary>Another deletion came first.</summary>
    AlreadyGone,

    /// <summary>It has messages ready.</summary>
    NotEmpty,

    /// <summary>It has consumers.</summary>
    InUse,
}
