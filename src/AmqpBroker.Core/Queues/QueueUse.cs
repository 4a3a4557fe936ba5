namespace AmqpBroker.Core.Queues;

/// <summary>When a queue was last used, for one that goes when it is not (x-expires). Any thread.</summary>
/// <param name="site">Clock, timers, and who deletes it.</param>
/// <param name="queue">The queue.</param>
/// <param name="expiresAfter">How long it stays unused, in milliseconds.</param>
internal sealed class QueueUse(QueueSite site, ClassicQueue queue, long expiresAfter)
{
    private long _last;
    private long _wakesAt = long.MaxValue;

    /// <summary>It is used now: declared, got from, or left by its last consumer. Publishing is no use.</summary>
    public void Note()
    {
        Volatile.Write(ref _last, Now());
        Schedule();
    }

    private void Check()
    {
        if (queue.Count().Consumers > 0)
        {
            // Begins anew when the last of them goes.
            return;
        }

        if (Now() - Volatile.Read(ref _last) < expiresAfter)
        {
            Schedule();
        }
        else
        {
            site.DeleteUnused?.Invoke(queue);
        }
    }

    /// <summary>The timer has woken the queue, for this or another reason.</summary>
    /// <param name="due">What for.</param>
    public void Woken(long due)
    {
        if (Interlocked.CompareExchange(ref _wakesAt, long.MaxValue, due) == due)
        {
            Check();
        }
    }

    // Once at a time: a queue may be used very often before its time is over.
    private void Schedule()
    {
        var due = Volatile.Read(ref _last) + expiresAfter;
        if (Interlocked.CompareExchange(ref _wakesAt, due, long.MaxValue) == long.MaxValue)
        {
            site.Timers.Schedule(queue, due);
        }
    }

    private long Now() => site.Time.GetUtcNow().ToUnixTimeMilliseconds();
}
