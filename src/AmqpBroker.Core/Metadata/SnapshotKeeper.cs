using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Metadata;

/// <summary>Sees to it that snapshots are written before the journal grows too long, and gives its files back that none needs.</summary>
/// <remarks>Called by the one who commits, and writes beside it: one snapshot at a time.</remarks>
internal sealed class SnapshotKeeper
{
    /// <summary>Journal files that may lie there without a snapshot being taken at the start.</summary>
    private const int FewFiles = 4;

    private readonly JournalMetadataOptions _options;
    private readonly MetadataSnapshots _snapshots;
    private readonly WriteAheadLog _journal;
    private readonly ILogger _logger;
    private long _nextLsn;
    private volatile bool _isClosed;

    public SnapshotKeeper(JournalMetadataOptions options, MetadataSnapshots snapshots, WriteAheadLog journal, ILogger logger)
    {
        _options = options;
        _snapshots = snapshots;
        _journal = journal;
        _logger = logger;
        DeleteOldJournal();
        Plan(snapshots.NewestLsn);
    }

    /// <summary>Position of the newest snapshot; 0 when there is none.</summary>
    public long NewestLsn => _snapshots.NewestLsn;

    /// <summary>Whether many files of the journal lie there.</summary>
    public bool IsDueAtStart => _journal.Files.Count > FewFiles;

    /// <summary>Ends with the snapshot that is being written, if one is.</summary>
    public Task Writing { get; private set; } = Task.CompletedTask;

    /// <summary>Whether a snapshot should be begun.</summary>
    public bool IsDue(long safeLsn) => Writing.IsCompleted && safeLsn >= Volatile.Read(ref _nextLsn);

    /// <summary>Begins to write a snapshot: the committer goes on, the disk is waited for elsewhere.</summary>
    public void Start(MetadataSnapshot snapshot) => Writing = SaveElsewhereAsync(snapshot);

    /// <summary>Writes a snapshot. A disk that refuses is told in the log, and tried again when as much has been added.</summary>
    public void Save(MetadataSnapshot snapshot)
    {
        try
        {
            _snapshots.Save(snapshot);
            _logger.SnapshotWritten(snapshot.Commands.Count, _snapshots.Size);
            DeleteOldJournal();
        }
        catch (IOException exception)
        {
            _logger.SnapshotFailed(exception, _options.Directory);
        }

        Plan(snapshot.Lsn);
    }

    /// <summary>Lets the journal's files lie from now on, and waits for the snapshot that is being written.</summary>
    public Task CloseAsync()
    {
        _isClosed = true;
        return Writing;
    }

    private async Task SaveElsewhereAsync(MetadataSnapshot snapshot)
    {
        await Task.Yield();
        Save(snapshot);
    }

    private void Plan(long lastLsn) => Volatile.Write(ref _nextLsn, lastLsn + Math.Max(_options.SnapshotFrom, 4 * _snapshots.Size));

    /// <summary>Gives back the files that not even the older snapshot needs.</summary>
    private void DeleteOldJournal()
    {
        if (_isClosed)
        {
            // The next start does it.
            return;
        }

        foreach (var file in _journal.Files)
        {
            if (file.IsCurrent || file.EndLsn > _snapshots.PreviousLsn)
            {
                return;
            }

            _journal.Delete(file.Number);
        }
    }
}
