using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>
/// The log that makes records durable, whoever they belong to: one file written in sequence, one sync for everything that waits.
/// </summary>
/// <remarks>
/// Any thread may append; records lie in the log in the order of their appends. One thread of its own does all writing. A record
/// stays until its file is given back with <see cref="Delete"/>: the log does not know what is still needed.
/// The directory belongs to one log at a time: hold it with <see cref="DirectoryLock"/>.
/// </remarks>
public sealed class WriteAheadLog : IAsyncDisposable
{
    /// <summary>Largest payload of a record in bytes: a little under 2 GiB.</summary>
    public const int LargestPayload = WalFormat.LargestPayload;

    /// <summary>The newest format version of its files, and the only one so far.</summary>
    public const int FormatVersion = WalFormat.Version;

    private readonly WriteAheadLogOptions _options;
    private readonly IStorageFiles _storage;
    private readonly PendingRecords _pending;
    private readonly Durability _durability;
    private readonly SpareFiles _spares;
    private readonly WalFiles _files;
    private readonly WalWriter _writer;
    private bool _isDisposed;

    private WriteAheadLog(WriteAheadLogOptions options, IStorageFiles files, TimeProvider time, IWriteAheadLogObserver observer, WalRecoveryReport found)
    {
        Recovery = found;
        _options = options;
        _storage = files;
        _pending = new PendingRecords(found.EndLsn);
        _durability = new Durability(found.EndLsn);
        _spares = new SpareFiles(options, files);
        _files = new WalFiles(options, files, _spares, found.Files);
        _writer = new WalWriter(options, time, observer, _pending, _durability, _files);
    }

    /// <summary>
    /// What was found when the log was opened; its files are to be read and, once nothing in them is needed, deleted. Without records and
    /// damage when only the end was read (<see cref="WriteAheadLogOptions.ReadsOnlyItsEnd"/>), see <see cref="CompleteRecovery"/>.
    /// </summary>
    public WalRecoveryReport Recovery { get; }

    /// <summary>Log sequence number up to which everything is safe. Any thread; only grows.</summary>
    public long DurableLsn => _durability.DurableLsn;

    /// <summary>Log sequence number behind the last record appended. Any thread; only grows, over restarts too.</summary>
    public long EndLsn => _pending.EndLsn;

    /// <summary>Whether the disk refuses what is written.</summary>
    public bool IsFailing => _writer.HasFailed;

    /// <summary>Whether appenders should hold back: too much is pending, or the disk refuses. Nothing else limits what is appended.</summary>
    public bool IsBehind => _writer.HasFailed || _pending.EndLsn - _durability.DurableLsn > _options.BehindFrom;

    /// <summary>The files of the log, oldest first, the one being written last.</summary>
    public IReadOnlyList<WalFileInfo> Files => _files.List(_durability.DurableLsn);

    /// <summary>Reads what files there are and begins a new one; creates the directory when missing.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="files">The way to the files.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="observer">Told of outages and of complete files.</param>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">Files that are there cannot be read. A disk that refuses the first new file is an outage instead.</exception>
    public static WriteAheadLog Open(WriteAheadLogOptions options, IStorageFiles files, TimeProvider time, IWriteAheadLogObserver observer)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.FileSize, WriteAheadLogOptions.SmallestFileSize, nameof(options));
        files.CreateDirectory(options.Directory);
        var found = WalRecovery.Run(options.Directory, files, options.ReadsOnlyItsEnd);
        var log = new WriteAheadLog(options, files, time, observer, found);
        log._writer.Start();
        return log;
    }

    /// <summary>Reads all that was there when the log was opened, and puts damage aside. Before any of it is deleted; blocks on the disk.</summary>
    /// <returns>The whole report.</returns>
    /// <exception cref="IOException">The disk does not give the bytes.</exception>
    public WalRecoveryReport CompleteRecovery() =>
        _options.ReadsOnlyItsEnd ? WalRecovery.Complete(_options.Directory, _storage, Recovery) : Recovery;

    /// <summary>Begins to append records that shall lie together; they count from <see cref="WalAppend.Commit"/> on.</summary>
    /// <exception cref="ObjectDisposedException">The log is closed.</exception>
    public WalAppend BeginAppend()
    {
        ObjectDisposedException.ThrowIf(!TryBeginAppend(out var append), this);
        return append;
    }

    /// <summary>As <see cref="BeginAppend"/>; false when the log is closed.</summary>
    public bool TryBeginAppend(out WalAppend append)
    {
        append = new WalAppend(_pending);
        return _pending.TryBegin();
    }

    /// <summary>Has <paramref name="waiter"/> called once, as soon as <paramref name="lsn"/> is safe: by the writer, or at once when it is.</summary>
    /// <remarks>A waiter whose position is not safe when the log is closed is not called at all.</remarks>
    public void NotifyWhenDurable(long lsn, IDurabilityWaiter waiter)
    {
        ArgumentNullException.ThrowIfNull(waiter);
        _durability.Notify(lsn, waiter);
    }

    /// <summary>Waits until <paramref name="lsn"/> is safe. For the few; the many use <see cref="NotifyWhenDurable"/>.</summary>
    /// <exception cref="ObjectDisposedException">The log was closed, or could not be written any more, before it was.</exception>
    public ValueTask WaitUntilDurableAsync(long lsn, CancellationToken cancellationToken)
    {
        if (DurableLsn >= lsn)
        {
            return ValueTask.CompletedTask;
        }

        var task = new DurabilityTask();
        ObjectDisposedException.ThrowIf(!_durability.Notify(lsn, task), this);
        return new ValueTask(task.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Waits until the log is not behind.</summary>
    /// <exception cref="ObjectDisposedException">The log was closed before.</exception>
    public async Task WaitUntilCaughtUpAsync(CancellationToken cancellationToken)
    {
        while (IsBehind)
        {
            var progress = _writer.Progress.NextAsync();
            if (IsBehind)
            {
                await progress.WaitAsync(cancellationToken);
            }
        }
    }

    /// <summary>Opens a file for reading, the current one up to what is durable now. The caller disposes the reader, before the file is deleted.</summary>
    /// <exception cref="InvalidOperationException">It is none of the log's.</exception>
    public WalReader Read(long fileNumber) => _files.Read(fileNumber, DurableLsn);

    /// <summary>Gives a file back for good: nothing in it is needed. One caller at a time; blocks on the disk.</summary>
    /// <exception cref="InvalidOperationException">It is not the oldest file, or the only one.</exception>
    /// <exception cref="IOException">The disk refused; the file is still there.</exception>
    public void Delete(long fileNumber) => _files.Delete(fileNumber);

    /// <summary>Refuses further appends, makes durable what is pending, and closes. With a failing disk it tries once more, and gives up.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
        {
            return;
        }

        await _writer.StopAsync();
        foreach (var waiter in _durability.End())
        {
            (waiter as DurabilityTask)?.TrySetException(new ObjectDisposedException(nameof(WriteAheadLog)));
        }

        await _spares.DisposeAsync();
        _writer.Dispose();
        _pending.Dispose();
    }
}
