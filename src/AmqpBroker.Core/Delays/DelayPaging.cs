using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Delays;

/// <summary>A delay queue's dealings with the pager. Guarded by the queue's lock, which it takes; nothing of the pager is called under it.</summary>
/// <param name="queue">The queue.</param>
/// <param name="gate">The queue's lock.</param>
/// <param name="slots">The queue's messages.</param>
/// <param name="pager">Writes and reads.</param>
internal sealed class DelayPaging(DelayQueue queue, Lock gate, DelaySlots slots, Pager pager) : IPageable
{
    /// <summary>Bytes that may stay in memory however much of it there is: the messages that go on soonest.</summary>
    internal const long Kept = 32L * 1024 * 1024;

    /// <summary>Bytes that come before the next look.</summary>
    private const long LookEvery = 1024 * 1024;

    private long _lookedAt;

    /// <inheritdoc/>
    public long BytesInMemory
    {
        get
        {
            lock (gate)
            {
                return slots.BytesInMemory;
            }
        }
    }

    /// <summary>Whether something on disk falls due. Under the queue's lock.</summary>
    public bool IsDue => slots.IsPageInDue(pager.ReadAhead);

    /// <summary>Has what is far off written to disk, once there is much of it. Under the queue's lock, whenever there is more.</summary>
    public void NoteGrowth()
    {
        if (slots.LiveBytes < _lookedAt + LookEvery)
        {
            _lookedAt = Math.Min(_lookedAt, slots.LiveBytes);
            return;
        }

        _lookedAt = slots.LiveBytes;
        if (_lookedAt > Kept && slots.BytesInMemory > Kept)
        {
            pager.RequestPageOut(this, Kept);
        }
    }

    /// <summary>Has it brought into memory.</summary>
    public void Request() => pager.RequestPageIn(this);

    /// <summary>The queue is there.</summary>
    public void Begin() => pager.Add(this);

    /// <summary>The queue is gone.</summary>
    public void Stop() => pager.Remove(this);

    /// <inheritdoc/>
    public PageOut? BeginPageOut(long readAhead, bool includesTail)
    {
        lock (gate)
        {
            // Twice what is read ahead: what comes back is not sent away again at once.
            return slots.BeginPageOut(2 * readAhead, includesTail);
        }
    }

    /// <inheritdoc/>
    public void EndPageOut(PagedOut result)
    {
        lock (gate)
        {
            result.Tell();
        }
    }

    /// <inheritdoc/>
    public PageIn? BeginPageIn(long readAhead)
    {
        lock (gate)
        {
            return slots.BeginPageIn(readAhead);
        }
    }

    /// <inheritdoc/>
    public int EndPageIn(PagedIn result)
    {
        int lost;
        lock (gate)
        {
            lost = result.Tell();
            slots.Forget(lost);
        }

        queue.DispatchElsewhere();
        return lost;
    }

    /// <inheritdoc/>
    public override string ToString() => $"delayed messages of exchange '{queue.Name}' in vhost '{queue.VirtualHost}'";
}
