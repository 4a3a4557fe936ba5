using System.Collections.Concurrent;

namespace AmqpBroker.Core.Persistence;

/// <summary>The queues whose messages are journaled, by id. Any thread; without a lock, since it is asked under others'.</summary>
internal sealed class JournaledQueues
{
    private readonly ConcurrentDictionary<long, IJournaledQueue> _queues = new();

    public void Add(IJournaledQueue queue) => _queues[queue.Id] = queue;

    public IJournaledQueue? Find(long id) => _queues.GetValueOrDefault(id);

    /// <summary>Those there are now.</summary>
    public IReadOnlyDictionary<long, IJournaledQueue> ToDictionary() => new Dictionary<long, IJournaledQueue>(_queues);

    /// <summary>The highest position that any of them gives out next.</summary>
    public long FindEndPosition() => _queues.Values.Select(static queue => queue.EndPosition).DefaultIfEmpty().Max();

    public long CountLiveBytes() => _queues.Values.Sum(queue => queue.CountLiveBytes());

    /// <summary>Whether a queue is being deleted: it is empty, and would be there again after a crash.</summary>
    public bool IsAnyBeingDeleted() => _queues.Values.Any(static queue => queue.IsDeleted);

    /// <summary>Whether one cannot be used before everything it had is there again.</summary>
    public bool IsAnyToBeRestoredFirst() => _queues.Values.Any(static queue => queue.MustBeRestoredFirst);

    /// <summary>Forgets a queue whose deletion is safe.</summary>
    public void Remove(long id) => _queues.TryRemove(id, out _);
}
