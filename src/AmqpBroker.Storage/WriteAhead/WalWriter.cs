namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The one writer: takes everything pending, writes it, syncs once, says what is durable, and looks again.</summary>
/// <remarks>
/// Confined to its own thread, except for <see cref="HasFailed"/>. What it has taken it keeps until it is durable: after an error it
/// leaves the file, whose state nobody knows then, and writes all of it again to a new one.
/// </remarks>
internal sealed class WalWriter : IDisposable
{
    private readonly WriteAheadLogOptions _options;
    private readonly TimeProvider _time;
    private readonly IWriteAheadLogObserver _observer;
    private readonly PendingRecords _pending;
    private readonly Durability _durability;
    private readonly WalFiles _files;
    private readonly List<PendingChunk> _unwritten = [];
    private readonly ManualResetEventSlim _retry = new(initialState: false);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WalFileWriter? _file;
    private volatile bool _hasFailed;
    private volatile bool _isStopping;
    private bool _hadLastTry;
    private bool _isFinishing;

    public WalWriter(
        WriteAheadLogOptions options,
        TimeProvider time,
        IWriteAheadLogObserver observer,
        PendingRecords pending,
        Durability durability,
        WalFiles files)
    {
        _options = options;
        _time = time;
        _observer = observer;
        _pending = pending;
        _durability = durability;
        _files = files;
    }

    /// <summary>Whether an outage stands. Any thread.</summary>
    public bool HasFailed => _hasFailed;

    /// <summary>Steps whenever something became durable or an outage ended. Any thread.</summary>
    public Progress Progress { get; } = new(typeof(WriteAheadLog));

    /// <summary>Begins the first file and starts the thread. A file that cannot be made is an outage, not an error.</summary>
    public void Start()
    {
        TryWrite();
        new Thread(Run) { IsBackground = true, Name = "WAL writer" }.Start();
    }

    /// <summary>Ends when all that was pending is durable, or one last attempt has failed. The log takes no appends any more.</summary>
    public Task StopAsync()
    {
        _isStopping = true;
        _retry.Set();
        _pending.Close();
        return _ended.Task;
    }

    public void Dispose() => _retry.Dispose();

    private void Run()
    {
        while (WaitForWork())
        {
            TryWrite();
        }

        Finish();
        _ended.SetResult();
    }

    private bool WaitForWork()
    {
        if (!_hasFailed)
        {
            return _pending.WaitAndTake(_unwritten);
        }

        if (_hadLastTry)
        {
            return false;
        }

        _hadLastTry = !WaitForRetry();
        _pending.Take(_unwritten);
        return true;
    }

    private bool WaitForRetry()
    {
        _retry.Reset();
        using var timer = _time.CreateTimer(static retry => ((ManualResetEventSlim)retry!).Set(), _retry, _options.RetryInterval, Timeout.InfiniteTimeSpan);
        if (!_isStopping)
        {
            _retry.Wait();
        }

        return !_isStopping;
    }

    private void TryWrite()
    {
        try
        {
            WriteAll();
        }
        catch (IOException error)
        {
            Fail(error);
            return;
        }

        _pending.Return(_unwritten);
        var wasOutage = _hasFailed;
        _hasFailed = false;
        Progress.Step();
        if (wasOutage)
        {
            _observer.OnRecovered();
        }
    }

    private void WriteAll()
    {
        var file = _file ??= _files.StartNext(_durability.DurableLsn, SizeOfFirstUnwritten());
        foreach (var chunk in _unwritten)
        {
            var position = DurableBytesOf(chunk);
            while (position < chunk.Used)
            {
                position += file.Write(chunk, position, _durability.DurableLsn);
                if (position < chunk.Used)
                {
                    file = Rotate(file, chunk.FirstLsn + position, chunk.RecordAt(position).Length);
                }
            }
        }

        if (_unwritten.Count > 0)
        {
            MakeDurable(file, _unwritten[^1].EndLsn);
        }
    }

    // After a failure the first chunks may be durable already, wholly or in part.
    private int DurableBytesOf(PendingChunk chunk) => (int)Math.Clamp(_durability.DurableLsn - chunk.FirstLsn, 0, chunk.Used);

    private long SizeOfFirstUnwritten()
    {
        foreach (var chunk in _unwritten)
        {
            var position = DurableBytesOf(chunk);
            if (position < chunk.Used)
            {
                return chunk.RecordAt(position).Length;
            }
        }

        return 0;
    }

    private WalFileWriter Rotate(WalFileWriter file, long lsn, long firstRecord)
    {
        MakeDurable(file, lsn);
        _file = null;
        _observer.OnRotated(_files.Complete(file, lsn));
        return _file = _files.StartNext(lsn, firstRecord);
    }

    private void MakeDurable(WalFileWriter file, long lsn)
    {
        if (_options.SyncsEveryCommit || _isFinishing)
        {
            file.Sync();
        }

        _durability.Publish(lsn);
    }

    private void Fail(IOException error)
    {
        var file = _file;
        _file = null;
        if (!_hasFailed)
        {
            _hasFailed = true;
            _observer.OnFailed(error);
        }

        if (file is null)
        {
            return;
        }

        // What it holds behind the durable position does not count: the next file starts there.
        if (_durability.DurableLsn > file.FirstLsn)
        {
            _observer.OnRotated(_files.Complete(file, _durability.DurableLsn));
        }
        else
        {
            _files.Discard(file);
        }
    }

    // A last marker proves all before it durable, so that at the next start whatever cannot be read is known for damage.
    private void Finish()
    {
        if (!_hasFailed && _file is { HasRecords: true })
        {
            _isFinishing = true;
            _pending.TakeClosingMarker(_unwritten);
            TryWrite();
        }

        _file?.Dispose();
        Progress.End();
    }
}
