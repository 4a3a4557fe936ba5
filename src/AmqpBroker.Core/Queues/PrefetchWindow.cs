namespace AmqpBroker.Core.Queues;

/// <summary>The window that basic.qos with global=true sets for a whole channel, shared by its consumers on any queue.</summary>
/// <remarks>Changed by interlocked operations only: consumers of several queues take from it, each under its queue's lock.</remarks>
public sealed class PrefetchWindow
{
    private int _limit;
    private int _used;

    /// <summary>Sets the window.</summary>
    /// <param name="limit">Most unacknowledged deliveries to the channel's consumers; 0 for no limit.</param>
    /// <param name="outstanding">Unacknowledged deliveries at this moment.</param>
    public void Set(int limit, int outstanding)
    {
        Volatile.Write(ref _used, outstanding);
        Volatile.Write(ref _limit, limit);
    }

    /// <summary>The limit; 0 for none.</summary>
    public int Limit => Volatile.Read(ref _limit);

    /// <summary>Whether a limit is set.</summary>
    public bool IsLimited => Volatile.Read(ref _limit) > 0;

    /// <summary>Takes a place for one delivery.</summary>
    public bool TryTake()
    {
        while (true)
        {
            var limit = Volatile.Read(ref _limit);
            if (limit == 0)
            {
                return true;
            }

            var used = Volatile.Read(ref _used);
            if (used >= limit)
            {
                return false;
            }

            if (Interlocked.CompareExchange(ref _used, used + 1, used) == used)
            {
                return true;
            }
        }
    }

    /// <summary>Gives places back; deliveries made before the window was set may give back more than was taken.</summary>
    public void Release(int count)
    {
        if (IsLimited && Interlocked.Add(ref _used, -count) < 0)
        {
            Interlocked.Exchange(ref _used, 0);
        }
    }
}
