namespace AmqpBroker.Core.Queues;

/// <summary>The consumers of one queue, served in turn. Guarded by the queue.</summary>
internal sealed class ConsumerRing
{
    private readonly List<Consumer> _consumers = [];
    private int _next;

    public int Count => _consumers.Count;

    public bool HasExclusive => _consumers is [{ IsExclusive: true }];

    public void Add(Consumer consumer) => _consumers.Add(consumer);

    public bool Remove(Consumer consumer)
    {
        var index = _consumers.IndexOf(consumer);
        if (index < 0)
        {
            return false;
        }

        _consumers.RemoveAt(index);
        if (index < _next)
        {
            _next--;
        }

        return true;
    }

    /// <summary>Finds the next consumer in turn that can take a message, and takes the place; null when none can.</summary>
    public Consumer? TakeNext()
    {
        for (var tried = 0; tried < _consumers.Count; tried++)
        {
            if (_next >= _consumers.Count)
            {
                _next = 0;
            }

            var consumer = _consumers[_next++];
            if (consumer.TryTakePlace())
            {
                return consumer;
            }
        }

        return null;
    }

    public Consumer[] RemoveAll()
    {
        var all = _consumers.ToArray();
        _consumers.Clear();
        _next = 0;
        return all;
    }
}
