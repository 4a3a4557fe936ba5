using System.Collections.Concurrent;
using System.Threading.Channels;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Paging;

/// <summary>Writes segments to pages while more memory is taken than should be, from the logs that hold most.</summary>
/// <remarks>Confined to its own thread, but for <see cref="Wake"/>, <see cref="IsBehind"/> and waiting.</remarks>
internal sealed class PageWriter : IDisposable
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private readonly PageStore _store;
    private readonly PagingBudget _budget;
    private readonly ConcurrentDictionary<IPageable, bool> _logs;
    private readonly ConcurrentDictionary<IPageable, long> _asked = new();
    private readonly IPagerObserver _observer;
    private readonly ITimer _retry;
    private readonly Channel<bool> _work = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Progress _progress = new(typeof(Pager));
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAwake;
    private bool _hasFailed;
    private volatile bool _isStuck;
    private volatile bool _isStopping;

    public PageWriter(PageStore store, PagingBudget budget, ConcurrentDictionary<IPageable, bool> logs, TimeProvider time, IPagerObserver observer)
    {
        _store = store;
        _budget = budget;
        _logs = logs;
        _observer = observer;
        _retry = time.CreateTimer(static writer => ((PageWriter)writer!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether whoever brings more must wait. Not when nothing can go to disk: waiting would not help.</summary>
    public bool IsBehind => _budget.IsFarExceeded && !_isStuck;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "Page writer" }.Start();

    /// <summary>Has it look. Any thread, under any lock, also when it has stopped.</summary>
    public void Wake()
    {
        if (!Interlocked.Exchange(ref _isAwake, true))
        {
            _work.Writer.TryWrite(true);
        }
    }

    /// <summary>Notes that a log wants to hold no more than so many bytes. Any thread, under any lock.</summary>
    public void Request(IPageable log, long kept)
    {
        _asked[log] = kept;
        Wake();
    }

    public async Task WaitUntilCaughtUpAsync(CancellationToken cancellationToken)
    {
        while (IsBehind)
        {
            var progress = _progress.NextAsync();
            if (IsBehind)
            {
                await progress.WaitAsync(cancellationToken);
            }
        }
    }

    public Task StopAsync()
    {
        _isStopping = true;
        _work.Writer.TryComplete();
        return _ended.Task;
    }

    public void Dispose() => _retry.Dispose();

    private void Run()
    {
        while (_work.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            _work.Reader.TryRead(out _);
            Volatile.Write(ref _isAwake, false);
            Reclaim();
            MeetBudget();
            MeetRequests();
        }

        _progress.End();
        _ended.SetResult();
    }

    private void MeetBudget()
    {
        var isMoving = true;
        while (_budget.IsExceeded && isMoving && !_isStopping)
        {
            isMoving = Sweep(includesTail: false) || Sweep(includesTail: true);
            Reclaim();
        }

        _isStuck = _budget.IsExceeded;
        if (_isStuck || _store.Bytes > 0)
        {
            // Until something can go, or while there are pages that may come to be freed.
            _retry.Change(RetryInterval, Timeout.InfiniteTimeSpan);
        }

        _progress.Step();
    }

    /// <summary>Pages out what logs have asked for. What cannot go, on a full disk perhaps, stays until they ask again.</summary>
    private void MeetRequests()
    {
        foreach (var log in _asked.Keys)
        {
            if (_asked.TryRemove(log, out var kept) && _logs.ContainsKey(log))
            {
                // Segments with room left go only where full ones are not enough, since what comes next begins new ones.
                _ = TryReduce(log, kept, includesTail: false) && TryReduce(log, 2 * kept, includesTail: true);
            }
        }
    }

    private bool TryReduce(IPageable log, long kept, bool includesTail)
    {
        while (!_isStopping && log.BytesInMemory > kept && log.BeginPageOut(_budget.ReadAhead, includesTail) is { } job)
        {
            if (!TryWrite(log, job))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Goes through the logs, from the largest on, and pages out what it may.</summary>
    /// <returns>Whether anything went.</returns>
    private bool Sweep(bool includesTail)
    {
        var logs = _logs.Select(static entry => (Log: entry.Key, Bytes: entry.Key.BytesInMemory))
            .Where(entry => entry.Bytes > (includesTail ? 0 : SegmentPool.SmallestCapacity))
            .OrderByDescending(static entry => entry.Bytes)
            .ToList();
        _budget.ShareReadAhead(logs.Count);
        var hasMoved = false;
        foreach (var (log, _) in logs)
        {
            while (!_isStopping && log.BeginPageOut(_budget.ReadAhead, includesTail) is { } job)
            {
                if (!TryWrite(log, job))
                {
                    return false;
                }

                hasMoved = true;
                _isStuck = false;
                if (_budget.IsMet)
                {
                    return true;
                }

                if (!_budget.IsFarExceeded)
                {
                    _progress.Step();
                }
            }
        }

        return hasMoved;
    }

    private bool TryWrite(IPageable log, PageOut job)
    {
        PagedContents? contents = null;
        try
        {
            contents = job.Write(_store);
            if (_hasFailed)
            {
                _hasFailed = false;
                _observer.OnWriteRecovered();
            }
        }
        catch (IOException error)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                _observer.OnWriteFailed(error);
            }
        }

        log.EndPageOut(new PagedOut(job, contents));
        return contents is not null;
    }

    private void Reclaim()
    {
        try
        {
            _store.Reclaim();
        }
        catch (IOException error)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                _observer.OnWriteFailed(error);
            }
        }
    }
}
