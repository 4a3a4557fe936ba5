namespace AmqpBroker.Storage.WriteAhead;

/// <summary>How much of the log is safe, and who waits for more.</summary>
/// <remarks>
/// The position is published: one writer moves it, anyone reads it. The waiters are guarded by a lock of their own, in a
/// ring ordered by position, which grows to the largest number that ever waited at once and allocates nothing after that.
/// </remarks>
internal sealed class Durability(long durableLsn)
{
    private const int NotifiedAtOnce = 64;

    private readonly Lock _lock = new();
    private readonly Waiter[] _due = new Waiter[NotifiedAtOnce];
    private Waiter[] _ring = new Waiter[NotifiedAtOnce];
    private int _first;
    private int _count;
    private bool _isEnded;
    private long _durableLsn = durableLsn;

    /// <summary>Everything up to here is safe.</summary>
    public long DurableLsn => Volatile.Read(ref _durableLsn);

    /// <summary>Calls <paramref name="waiter"/> once <paramref name="lsn"/> is safe; now, if it is.</summary>
    /// <returns>False when that will not happen any more.</returns>
    public bool Notify(long lsn, IDurabilityWaiter waiter)
    {
        lock (_lock)
        {
            // The writer publishes first and then looks for waiters under this lock: either it finds this one, or this sees what it published.
            if (DurableLsn < lsn)
            {
                if (!_isEnded)
                {
                    Insert(new Waiter(lsn, waiter));
                }

                return !_isEnded;
            }
        }

        waiter.OnDurable(DurableLsn);
        return true;
    }

    /// <summary>Declares everything up to <paramref name="lsn"/> safe and calls those who waited for it. Writer only.</summary>
    public void Publish(long lsn)
    {
        Volatile.Write(ref _durableLsn, lsn);
        while (TakeDue(lsn) is > 0 and var count)
        {
            for (var i = 0; i < count; i++)
            {
                _due[i].Who!.OnDurable(lsn);
            }

            Array.Clear(_due, 0, count);
        }
    }

    /// <summary>Takes out everyone still waiting, and takes in nobody more: the log ends without reaching them.</summary>
    public IReadOnlyList<IDurabilityWaiter> End()
    {
        lock (_lock)
        {
            _isEnded = true;
            var waiters = new IDurabilityWaiter[_count];
            for (var i = 0; i < waiters.Length; i++)
            {
                waiters[i] = At(i).Who!;
            }

            Array.Clear(_ring);
            _count = 0;
            return waiters;
        }
    }

    private int TakeDue(long lsn)
    {
        lock (_lock)
        {
            var count = 0;
            while (count < _due.Length && _count > 0 && At(0).Lsn <= lsn)
            {
                _due[count++] = At(0);
                At(0) = default;
                _first = (_first + 1) & (_ring.Length - 1);
                _count--;
            }

            return count;
        }
    }

    private void Insert(Waiter waiter)
    {
        if (_count == _ring.Length)
        {
            Grow();
        }

        // Nearly always it belongs at the end: positions are asked for about in the order they were given out.
        var place = _count++;
        for (; place > 0 && At(place - 1).Lsn > waiter.Lsn; place--)
        {
            At(place) = At(place - 1);
        }

        At(place) = waiter;
    }

    private void Grow()
    {
        var larger = new Waiter[_ring.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            larger[i] = At(i);
        }

        _ring = larger;
        _first = 0;
    }

    // The length is a power of two.
    private ref Waiter At(int index) => ref _ring[(_first + index) & (_ring.Length - 1)];

    private readonly record struct Waiter(long Lsn, IDurabilityWaiter? Who);
}
