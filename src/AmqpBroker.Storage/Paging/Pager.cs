using System.Collections.Concurrent;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Paging;

/// <summary>Keeps the logs' segments within a limit of memory: writes to disk what will be read last, and reads it ahead of whoever comes to it.</summary>
/// <remarks>
/// Two threads, one that writes (<see cref="PageWriter"/>) and one that reads (<see cref="PageReader"/>), so that nobody who waits for messages waits
/// for others' to be written. No lock: the logs' owners have theirs.
/// </remarks>
public sealed class Pager : IAsyncDisposable
{
    private readonly PageStore _store;
    private readonly PagingBudget _budget;
    private readonly PageWriter _writer;
    private readonly PageReader _reader;
    private readonly ConcurrentDictionary<IPageable, bool> _logs = new();
    private bool _isDisposed;

    /// <summary>Starts to keep the logs that take their segments from a pool, and are added, within the limit.</summary>
    /// <exception cref="IOException">The directory cannot be made or emptied.</exception>
    public Pager(PagerOptions options, SegmentPool pool, IStorageFiles files, TimeProvider time, IPagerObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentNullException.ThrowIfNull(files);
        _store = new PageStore(options.Directory, files);
        _budget = new PagingBudget(options.MemoryLimit, pool);
        _writer = new PageWriter(_store, _budget, _logs, time, observer);
        _reader = new PageReader(_budget, observer);
        pool.CallAbove(options.MemoryLimit, _writer.Wake);
        _writer.Start();
        _reader.Start();
    }

    /// <summary>Bytes on disk for lack of memory.</summary>
    public long BytesOnDisk => _store.Bytes;

    /// <summary>Whether more is in memory than should be, and on its way out: then publishers are not read from.</summary>
    public bool IsBehind => _writer.IsBehind;

    /// <summary>Bytes that a log being read should have in memory before its cursor.</summary>
    public long ReadAhead => _budget.ReadAhead;

    /// <summary>Waits until it is not behind.</summary>
    /// <exception cref="ObjectDisposedException">The pager was stopped before.</exception>
    public Task WaitUntilCaughtUpAsync(CancellationToken cancellationToken) => _writer.WaitUntilCaughtUpAsync(cancellationToken);

    /// <summary>Takes a log into account.</summary>
    public void Add(IPageable log) => _logs[log] = true;

    /// <summary>Forgets a log that is gone.</summary>
    public void Remove(IPageable log) => _logs.TryRemove(log, out _);

    /// <summary>Has a log's next segments brought back into memory. Any thread; asking again for what is asked for costs little.</summary>
    public void RequestPageIn(IPageable log) => _reader.Request(log);

    /// <summary>
    /// Has what a log holds beyond <paramref name="kept"/> bytes written to disk, though there may be memory left: nobody comes to it soon. Any thread,
    /// under any lock.
    /// </summary>
    public void RequestPageOut(IPageable log, long kept) => _writer.Request(log, kept);

    /// <summary>Stops both threads and deletes the pages.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _writer.StopAsync();
        await _reader.StopAsync();
        _writer.Dispose();
        _store.Dispose();
    }
}
