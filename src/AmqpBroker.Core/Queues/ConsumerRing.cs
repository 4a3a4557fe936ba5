namespace AmqpBroker.Core.Queues;

/// <summary>The consumers of one queue: those of the highest priority with room are served in turn. Guarded by the queue.</summary>
/// <param name="isSingle">Whether one of them gets everything until it goes (x-single-active-consumer).</param>
internal sealed class ConsumerRing(bool isSingle = false)
{
    // In descending order of priority; nearly always there is one.
    private readonly List<Group> _groups = [];

    // The only consumer, of a queue that has one.
    private Consumer? _only;

    public int Count { get; private set; }

    /// <summary>The only consumer; null when there is none, or there are several.</summary>
    public Consumer? Only => _only;

    public bool HasExclusive => _groups is [{ Consumers: [{ IsExclusive: true }] }];

    /// <summary>The one that gets everything; null where all are served, or there is none.</summary>
    public Consumer? Active { get; private set; }

    public void Add(Consumer consumer)
    {
        var index = _groups.FindIndex(group => group.Priority <= consumer.Priority);
        if (index < 0)
        {
            index = _groups.Count;
        }

        if (index == _groups.Count || _groups[index].Priority != consumer.Priority)
        {
            _groups.Insert(index, new Group(consumer.Priority));
        }

        _groups[index].Consumers.Add(consumer);
        Count++;
        _only = Count == 1 ? consumer : null;
        if (isSingle)
        {
            // Whoever comes later waits, whatever its priority.
            Active ??= consumer;
        }
    }

    public bool Remove(Consumer consumer)
    {
        var index = _groups.FindIndex(group => group.Priority == consumer.Priority);
        if (index < 0 || !_groups[index].Remove(consumer))
        {
            return false;
        }

        Count--;
        if (_groups[index].Consumers.Count == 0)
        {
            _groups.RemoveAt(index);
        }

        _only = Count == 1 ? _groups[0].Consumers[0] : null;
        if (Active == consumer)
        {
            Active = _groups.Count > 0 ? _groups[0].Consumers[0] : null;
        }

        return true;
    }

    /// <summary>Finds the next consumer in turn that can take a message, and takes the place; null when none can.</summary>
    public Consumer? TakeNext()
    {
        if (_only is { } only)
        {
            // Whoever comes next to it has the next turn.
            _groups[0].PassTurnBehindFirst();
            return only.TryTakePlace() ? only : null;
        }

        return TakeNextOfSeveral();
    }

    /// <summary>Takes places of the only consumer: of <paramref name="most"/> as many as it has.</summary>
    public int TakePlacesOfOnly(int most)
    {
        if (_only is null)
        {
            return 0;
        }

        _groups[0].PassTurnBehindFirst();
        return _only.TakePlaces(most);
    }

    public Consumer[] ToArray() => [.. _groups.SelectMany(static group => group.Consumers)];

    public Consumer[] RemoveAll()
    {
        var all = ToArray();
        _groups.Clear();
        Count = 0;
        _only = null;
        Active = null;
        return all;
    }

    private Consumer? TakeNextOfSeveral()
    {
        if (isSingle)
        {
            return Active?.TryTakePlace() == true ? Active : null;
        }

        foreach (var group in _groups)
        {
            if (group.TakeNext() is { } consumer)
            {
                return consumer;
            }
        }

        return null;
    }

    /// <summary>Consumers of one priority.</summary>
    private sealed class Group(int priority)
    {
        private int _next;

        public int Priority => priority;

        public List<Consumer> Consumers { get; } = [];

        public void PassTurnBehindFirst() => _next = 1;

        public bool Remove(Consumer consumer)
        {
            var index = Consumers.IndexOf(consumer);
            if (index < 0)
            {
                return false;
            }

            Consumers.RemoveAt(index);
            if (index < _next)
            {
                _next--;
            }

            return true;
        }

        public Consumer? TakeNext()
        {
            for (var tried = 0; tried < Consumers.Count; tried++)
            {
                if (_next >= Consumers.Count)
                {
                    _next = 0;
                }

                var consumer = Consumers[_next++];
                if (consumer.TryTakePlace())
                {
                    return consumer;
                }
            }

            return null;
        }
    }
}
