using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Where a queue keeps its messages.</summary>
/// <param name="Pool">Where memory for them comes from.</param>
/// <param name="Pager">Takes to disk what does not fit into memory; null where everything stays in memory.</param>
/// <param name="Journal">Keeps persistent messages over a restart; null for a queue that is not durable, or a broker without storage.</param>
/// <param name="Delivered">The queue's marks of what was delivered; with a journal only.</param>
public sealed record QueueStorage(SegmentPool Pool, Pager? Pager = null, MessageJournal? Journal = null, DeliveredMarks? Delivered = null)
{
    /// <summary>Everything in memory.</summary>
    public static QueueStorage InMemory { get; } = new(SegmentPool.Shared);
}
