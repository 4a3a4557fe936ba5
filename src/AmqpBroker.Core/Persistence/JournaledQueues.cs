using System.Collections.Concurrent;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Persistence;

/// <summary>The queues whose messages are journaled, by id. Any thread; without a lock, since it is asked under others'.</summary>
internal sealed class JournaledQueues
{
    private readonly ConcurrentDictionary<long, ClassicQueue> _queues = new();

    public void Add(ClassicQueue queue) => _queues[queue.Declaration.Id] = queue;

    public ClassicQueue? Find(long id) => _queues.GetValueOrDefault(id);

    public IReadOnlyDictionary<long, ClassicQueue> ToDictionary() => _queues;

    public long CountLiveBytes() => _queues.Values.Sum(queue => queue.CountLiveBytes());

    /// <summary>Forgets the queues that have been deleted.</summary>
    /// <returns>Their ids.</returns>
    public IReadOnlyList<long> RemoveDeleted()
    {
        var deleted = _queues.Where(entry => entry.Value.IsDeleted).Select(entry => entry.Key).ToArray();
        foreach (var id in deleted)
        {
            _queues.TryRemove(id, out _);
        }

        return deleted;
    }
}
