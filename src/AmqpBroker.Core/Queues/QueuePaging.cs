using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Queues;

/// <summary>A queue's dealings with the pager: what goes to disk, what comes back, and who waits for it.</summary>
/// <remarks>Guarded by the queue's lock, which it takes; nothing of the pager is called under it.</remarks>
/// <param name="queue">The queue, for whoever reads the log.</param>
/// <param name="gate">The queue's lock.</param>
/// <param name="state">The queue's state.</param>
/// <param name="pager">Writes and reads.</param>
/// <param name="goOn">Has the queue handed out what has come back.</param>
internal sealed class QueuePaging(Queue queue, Lock gate, QueueState state, Pager pager, Action goOn) : IPageable
{
    private TaskCompletionSource? _fetched;

    /// <inheritdoc/>
    public long BytesInMemory => state.Lines.BytesInMemory;

    /// <summary>Whether something on disk is wanted: consumers will soon come to it, or it has to end. Under the queue's lock.</summary>
    /// <param name="now">The time, in Unix milliseconds.</param>
    public bool IsDue(long now) => state.Consumers.Count > 0
        ? state.Lines.IsPageInDue(pager.ReadAhead)
        : state.Lines.IsPageInDue(readAhead: 0) && state.NeedsEnforcing(now);

    /// <summary>Has the next messages brought into memory.</summary>
    public void Request() => pager.RequestPageIn(this);

    /// <summary>Has the first message brought into memory; false when there is none.</summary>
    /// <param name="fetched">Ends when it may be there.</param>
    public bool TryFetchFirst(out Task fetched)
    {
        lock (gate)
        {
            if (!state.IsStarved)
            {
                fetched = Task.CompletedTask;
                return state.Ready > 0;
            }

            _fetched ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            fetched = _fetched.Task;
        }

        Request();
        return true;
    }

    /// <summary>The queue is gone.</summary>
    public void End() => pager.Remove(this);

    /// <inheritdoc/>
    public PageOut? BeginPageOut(long readAhead, bool includesTail)
    {
        lock (gate)
        {
            // Twice what is read ahead: what comes back is not sent away again at once.
            return state.Lines.BeginPageOut(state.Consumers.Count > 0 ? 2 * readAhead : 0, includesTail);
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
            job = state.Lines.BeginPageIn(state.Consumers.Count > 0 ? readAhead : 0);
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
            var ready = state.Ready;
            lost = result.Tell();
            state.Lines.Forget(lost, ready);
            state.ForgetLostIds();
            fetched = TakeFetched();
        }

        fetched?.SetResult();
        goOn();
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
