using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Metadata;

/// <summary>Keeps metadata in a directory: a journal of commands, and snapshots that save reading it from its beginning.</summary>
/// <remarks>
/// One committer at a time: whoever finds none writes its command at once, and the commands that come while its sync is
/// under way are written together next. The state is confined to that role. Snapshots are written beside it.
/// </remarks>
public sealed class JournalMetadataStore : IMetadataStore, IAsyncDisposable
{
    private readonly JournalMetadataOptions _options;
    private readonly WriteAheadLog _journal;
    private readonly SnapshotKeeper _snapshots;
    private readonly MetadataState _state = new();
    private readonly Lock _gate = new();
    private List<PendingCommit> _waiting = [];
    private TaskCompletionSource? _idle;
    private Task _following = Task.CompletedTask;
    private bool _isCommitting;
    private bool _isClosed;
    private long _lastQueueId;
    private long _safeLsn;

    private JournalMetadataStore(
        JournalMetadataOptions options, IStorageFiles files, WriteAheadLog journal, ILogger logger)
    {
        _options = options;
        _journal = journal;
        var snapshots = new MetadataSnapshots(options.Directory, files);
        Recovery = new MetadataLoader(options.Directory, snapshots, journal.Recovery, file => journal.Read(file.Number)).Load(_state);
        _lastQueueId = _state.LastQueueId;
        _safeLsn = Recovery.CommandsInJournal > 0 ? journal.EndLsn : Math.Min(snapshots.NewestLsn, journal.EndLsn);
        if (snapshots.NewestLsn > _safeLsn)
        {
            // Positions are given out anew that the snapshot claims to contain: it must not outlive this.
            snapshots.Save(TakeSnapshot(), keepsPrevious: false);
        }

        _snapshots = new SnapshotKeeper(options, snapshots, journal, logger);
        if (_snapshots.IsDueAtStart && Recovery.Damage.Count == 0)
        {
            // Each start begins a file; without this they would stay until enough has been declared.
            _snapshots.Save(TakeSnapshot());
        }
    }

    /// <summary>What was found when the store was opened.</summary>
    public MetadataRecovery Recovery { get; }

    /// <summary>The highest id a queue has been given, as far as this store knows.</summary>
    public long LastQueueId => Volatile.Read(ref _lastQueueId);

    /// <summary>Ends with the snapshot that is being written, if one is.</summary>
    internal Task Snapshotting => _snapshots.Writing;

    /// <summary>Opens the store, creating it when there is none, and reads what it holds.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="files">The way to the files.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="observer">Told when the journal cannot be written, and when it can again.</param>
    /// <param name="logger">For what goes wrong later and needs no one to wait.</param>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="MetadataStoreException">Too much is damaged to go on, or a newer version wrote it.</exception>
    /// <exception cref="IOException">Files that are there cannot be read.</exception>
    public static async Task<JournalMetadataStore> OpenAsync(
        JournalMetadataOptions options, IStorageFiles files, TimeProvider time, IWriteAheadLogObserver observer, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(files);
        files.CreateDirectory(options.Directory);
        var journal = WriteAheadLog.Open(
            new WriteAheadLogOptions
            {
                Directory = Path.Combine(options.Directory, "journal"),
                FileSize = options.JournalFileSize,
                SyncsEveryCommit = options.SyncsEveryCommit,
            },
            files,
            time,
            observer);
        try
        {
            return new JournalMetadataStore(options, files, journal, logger);
        }
        catch
        {
            await journal.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<MetadataCommand> Load() => _state.ToCommands();

    /// <inheritdoc/>
    public long NextQueueId() => Interlocked.Increment(ref _lastQueueId);

    /// <summary>
    /// Has <see cref="NextQueueId"/> go on behind an id that is found elsewhere: with a damaged journal a queue may be forgotten
    /// whose messages are not.
    /// </summary>
    public void SkipQueueIdsTo(long id)
    {
        for (var last = LastQueueId; last < id;)
        {
            last = Interlocked.CompareExchange(ref _lastQueueId, id, last) == last ? id : LastQueueId;
        }
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(MetadataCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var pending = new PendingCommit(command);
        lock (_gate)
        {
            if (_isClosed)
            {
                throw Closed(null);
            }

            if (_isCommitting)
            {
                _waiting.Add(pending);
                return new ValueTask(pending.Task);
            }

            _isCommitting = true;
        }

        return CommitAtOnceAsync(pending);
    }

    /// <summary>Makes safe what is under way, writes a snapshot, and closes. What the disk still refuses then fails.</summary>
    public async ValueTask DisposeAsync()
    {
        Task idle;
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            _idle = _isCommitting ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
            idle = _idle?.Task ?? Task.CompletedTask;
        }

        await _snapshots.CloseAsync();
        await _journal.DisposeAsync();
        await idle;
        await _following;
        if (_safeLsn > _snapshots.NewestLsn)
        {
            _snapshots.Save(TakeSnapshot());
        }
    }

    /// <summary>Commits on the caller's thread, as far as that goes: nobody else has to be woken for a command that comes alone.</summary>
    private async ValueTask CommitAtOnceAsync(PendingCommit pending)
    {
        try
        {
            await WriteAsync([pending]);
        }
        finally
        {
            if (TakeWaiting() is { } group)
            {
                _following = CommitWaitingAsync(group);
            }
        }
    }

    private async Task CommitWaitingAsync(List<PendingCommit> first)
    {
        for (var group = first; group is not null; group = TakeWaiting())
        {
            try
            {
                await WriteAsync(group);
                group.ForEach(static pending => pending.SetResult());
            }
            catch (Exception exception)
            {
                // Whoever waits gets it; there is nobody else to tell.
                group.ForEach(pending => pending.SetException(exception));
            }
        }
    }

    /// <summary>Takes those who wait; without any the role ends.</summary>
    private List<PendingCommit>? TakeWaiting()
    {
        lock (_gate)
        {
            if (_waiting.Count == 0)
            {
                _isCommitting = false;
                _idle?.SetResult();
                return null;
            }

            var group = _waiting;
            _waiting = [];
            return group;
        }
    }

    private async ValueTask WriteAsync(List<PendingCommit> group)
    {
        try
        {
            var lsn = Append(group);
            await _journal.WaitUntilDurableAsync(lsn, CancellationToken.None);
            _safeLsn = lsn;
        }
        catch (ObjectDisposedException exception)
        {
            throw Closed(exception);
        }

        foreach (var pending in group)
        {
            _state.Apply(pending.Command);
        }

        if (_snapshots.IsDue(_safeLsn))
        {
            StartSnapshot();
        }
    }

    private long Append(List<PendingCommit> group)
    {
        using var append = _journal.BeginAppend();
        foreach (var pending in group)
        {
            append.Write(pending.Kind, pending.Payload);
        }

        return append.Commit();
    }

    private void StartSnapshot()
    {
        var snapshot = TakeSnapshot();
        lock (_gate)
        {
            if (!_isClosed)
            {
                _snapshots.Start(snapshot);
            }
        }
    }

    private MetadataSnapshot TakeSnapshot() => new(_safeLsn, Volatile.Read(ref _lastQueueId), _state.ToCommands());

    private MetadataStoreException Closed(Exception? cause) =>
        new($"The metadata in {_options.Directory} is closed: the command is not known to be safe.", cause);
}
