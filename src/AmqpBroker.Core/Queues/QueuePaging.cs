using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Queues;

/// <summary>A queue's dealings with the pager: what goes to disk, what comes back, and who waits for it.</summary>
/// <remarks>Guarded by the queue's lock, which it takes; nothing of the pager is called under it.</remarks>
/// <param name="queue">The queue.</param>
/// <param name="gate">The queue's lock.</param>
/// <param name="messages">The queue's messages.</param>
/// <param name="consumers">The queue's consumers.</param>
/// <param name="pager">Writes and reads.</param>
internal sealed class QueuePaging(Queue queue, Lock gate, QueueMessages messages, ConsumerRing consumers, Pager pager) : IPageable
{
    private TaskCompletionSource? _fetched;

    /// <inheritdoc/>
    public long BytesInMemory => messages.Lines.BytesInMemory;

    /// <summary>Whether something on disk is wanted: consumers will soon come to it, or it has to end. Under the queue's lock.</summary>
    /// <param name="now">The time, in Unix milliseconds.</param>
    public bool IsDue(long now) => consumers.Count > 0
        ? messages.Lines.IsPageInDue(pager.ReadAhead)
        : messages.Lines.IsPageInDue(readAhead: 0) && messages.NeedsEnforcing(now);

    /// <summary>Has the next messages brought into memory.</summary>
    public void Request() => pager.RequestPageIn(this);

    /// <summary>Has the first message brought into memory; false when there is none.</summary>
    /// <param name="fetched">Ends when it may be there.</param>
    public bool TryFetchFirst(out Task fetched)
    {
        lock (gate)
        {
            if (!messages.IsStarved)
            {
                fetched = Task.CompletedTask;
                return messages.Ready > 0;
            }

            _fetched ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            fetched = _fetched.Task;
        }

        Request();
        return true;
    }

    /// <summary>The queue is there.</summary>
    public void Begin() => pager.Add(this);

    /// <summary>The queue is gone.</summary>
    public void End() => pager.Remove(this);

    /// <inheritdoc/>
    public PageOut? BeginPageOut(long readAhead, bool includesTail)
    {
        lock (gate)
        {
            // Twice what is read ahead: what comes back is not sent away again at once.
            return messages.Lines.BeginPageOut(consumers.Count > 0 ? 2 * readAhead : 0, includesTail);
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
        PageIn? job;
        TaskCompletionSource? fetched;
        lock (gate)
        {
            job = messages.Lines.BeginPageIn(consumers.Count > 0 ? readAhead : 0);
            fetched = job is null ? TakeFetched() : null;
        }

        fetched?.SetResult();
        return job;
    }

    /// <inheritdoc/>
    public int EndPageIn(PagedIn result)
    {
        int lost;
        TaskCompletionSource? fetched;
        lock (gate)
        {
            var ready = messages.Ready;
            lost = result.Tell();
            messages.Lines.Forget(lost, ready);
            messages.ForgetLostIds();
            fetched = TakeFetched();
        }

        fetched?.SetResult();
        queue.DispatchElsewhere();
        return lost;
    }

    /// <inheritdoc/>
    public override string ToString() => $"queue '{queue.Name}' in vhost '{queue.VirtualHost}'";

    private TaskCompletionSource? TakeFetched()
    {
        var fetched = _fetched;
        _fetched = null;
        return fetched;
    }
}
