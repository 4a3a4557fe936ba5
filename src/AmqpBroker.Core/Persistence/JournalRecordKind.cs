namespace AmqpBroker.Core.Persistence;

/// <summary>What a record of the message journal says. Written to disk: never renumber, only append.</summary>
public enum JournalRecordKind : byte
{
    /// <summary>A message was enqueued: targets, then the message record.</summary>
    Enqueued = 1,

    /// <summary>Messages of one queue are done with.</summary>
    Settled = 2,

    /// <summary>The ready messages of one queue were dropped.</summary>
    Purged = 3,

    /// <summary>A transaction was committed: records of the other kinds, one behind the other.</summary>
    Committed = 4,

    /// <summary>Messages of one queue were delivered in vain, and how often.</summary>
    Returned = 20,
}
