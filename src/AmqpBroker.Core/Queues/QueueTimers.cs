namespace AmqpBroker.Core.Queues;

/// <summary>Wakes queues when something in them falls due. One timer for all, so that a queue without anything to expire costs nothing.</summary>
/// <remarks>Guarded by a lock of its own; called outside every other.</remarks>
public sealed class QueueTimers : IDisposable
{
    /// <summary>What falls due in so short a time is done together: an expiring message is late by this much at most.</summary>
    private static readonly TimeSpan Granularity = TimeSpan.FromMilliseconds(10);

    /// <summary>The longest the timer is set for: those of the platform end at 49 days, less than a time-to-live may be.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<WeakReference<ITimed>, long> _due = new();
    private readonly ITimer _timer;
    private long _setFor = long.MaxValue;

    /// <summary>How many times a queue will be woken, all queues together.</summary>
    internal int Pending
    {
        get
        {
            lock (_gate)
            {
                return _due.Count;
            }
        }
    }

    /// <summary>Makes a timer that is not set.</summary>
    public QueueTimers(TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _timer = time.CreateTimer(static timers => ((QueueTimers)timers!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Has a queue woken once.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="due">When, in Unix milliseconds; in the past for at once.</param>
    internal void Schedule(ITimed queue, long due)
    {
        ArgumentNullException.ThrowIfNull(queue);
        lock (_gate)
        {
            _due.Enqueue(queue.Weak, due);
            Set(due);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private void Fire()
    {
        var awake = new List<(ITimed Queue, long Due)>();
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        lock (_gate)
        {
            _setFor = long.MaxValue;
            while (_due.TryPeek(out var queue, out var due) && due <= now)
            {
                _due.Dequeue();
                if (queue.TryGetTarget(out var target))
                {
                    awake.Add((target, due));
                }
            }

            if (_due.TryPeek(out _, out var next))
            {
                Set(next);
            }
        }

        foreach (var (queue, due) in awake)
        {
            queue.Wake(due);
        }
    }

    private void Set(long due)
    {
        if (due < _setFor)
        {
            _setFor = due;
            var delay = Math.Min(due - _time.GetUtcNow().ToUnixTimeMilliseconds(), (long)Longest.TotalMilliseconds);
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(delay, Granularity.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
        }
    }
}
