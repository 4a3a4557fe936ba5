using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Marks;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>A broker's data directory: the metadata, the message journal and the delivered marks, opened, recovered and kept in order.</summary>
/// <remarks>
/// <code>
/// lock, lock.pid      held while the broker runs
/// metadata/           durable exchanges, queues, bindings (docs/formats/metadata-journal.md)
/// messages/           the write-ahead log (docs/formats/write-ahead-log.md, message-journal.md)
/// delivered.marks     how far each queue was delivered
/// positions.bound     what no message's position has reached
/// pages/              what does not fit into memory; of this run only
/// </code>
/// </remarks>
public sealed class BrokerStore : IQueueFactory, IAsyncDisposable
{
    /// <summary>Ids kept free for queues that the metadata may have lost without a trace.</summary>
    private const long RoomForLostQueues = 1L << 20;

    /// <summary>The bound lies hours ahead of the fastest queue: seldom is enough.</summary>
    private const int CleaningsPerLookAtBound = 30;

    private readonly DirectoryLock _lock;
    private readonly JournalMetadataStore _metadata;
    private readonly WriteAheadLog _log;
    private readonly MarkFile _marks;
    private readonly SegmentPool _pool;
    private readonly DeletionWatch _deletions;
    private readonly ILogger _logger;
    private readonly JournalIndex _index = new();
    private readonly JournaledQueues _queues = new();
    private readonly JournalCleaner _cleaner;
    private readonly PositionBound _bound;
    private readonly long _lastKnownQueueId;
    private JournalRecovery? _recovery;
    private int _cleanings;
    private volatile bool _isRestored;

    private BrokerStore(
        DirectoryLock directoryLock, JournalMetadataStore metadata, WriteAheadLog log, MarkFile marks, PositionBound bound, Pager pager, BrokerStoreParts parts)
    {
        (_pool, Alarms, _logger) = parts;
        Pager = pager;
        _lock = directoryLock;
        _metadata = metadata;
        _deletions = new DeletionWatch(metadata);
        _log = log;
        _marks = marks;
        _bound = bound;
        _lastKnownQueueId = metadata.LastQueueId;
        Journal = new MessageJournal(log, _index, _queues.Find);
        _cleaner = new JournalCleaner(log, _index, Journal, _queues);
    }

    /// <summary>Keeps what is durable.</summary>
    public IMetadataStore Metadata => _deletions;

    /// <summary>Keeps persistent messages.</summary>
    public MessageJournal Journal { get; }

    /// <summary>Takes to disk what does not fit into memory.</summary>
    public Pager Pager { get; }

    /// <summary>Which resources run out; the journal itself raises an alarm while it cannot be written.</summary>
    public ResourceAlarms Alarms { get; }

    /// <summary>Opens a data directory, making it when it is not there. No message is read yet.</summary>
    /// <exception cref="StorageLockedException">Another process holds the directory.</exception>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="MetadataStoreException">Too much of the metadata is damaged to go on, or a newer version wrote it.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static async Task<BrokerStore> OpenAsync(BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(files);
        var directoryLock = DirectoryLock.Acquire(settings.Directory);
        JournalMetadataStore? metadata = null;
        WriteAheadLog? log = null;
        Pager? pager = null;
        try
        {
            var names = new StoreNames(settings.Directory);
            EnsureKnownVersions(names, files);
            metadata = await OpenMetadataAsync(names.Metadata, settings, files, timeProvider, logger);
            var parts = new BrokerStoreParts(new SegmentPool(), new ResourceAlarms(), logger);
            log = OpenLog(names.Messages, settings, files, timeProvider, parts);
            var pagerOptions = new PagerOptions { Directory = names.Pages, MemoryLimit = settings.MemoryLimit };
            pager = new Pager(pagerOptions, parts.Pool, files, timeProvider, new PagingObserver(logger, names.Pages));
            var bound = new PositionBound(settings.Directory, names.PositionBound, files);
            return new BrokerStore(directoryLock, metadata, log, MarkFile.Open(names.Marks), bound, pager, parts);
        }
        catch
        {
            await DisposeAsync(pager, log, metadata);
            directoryLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Queue Create(QueueSite site, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(declaration);
        if (declaration.Id == 0)
        {
            return new ClassicQueue(site.VirtualHost, declaration, new QueueStorage(_pool, Pager), site);
        }

        var delivered = DeliveredMarks.Allot(_marks, declaration.Id, QueueSettings.Of(declaration.Arguments).MaxPriority);
        var queue = new ClassicQueue(site.VirtualHost, declaration, new QueueStorage(_pool, Pager, Journal, delivered), site);
        _queues.Add(queue);
        return queue;
    }

    /// <inheritdoc/>
    public DelayQueue CreateDelay(QueueSite site, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        if (declaration.Id == 0)
        {
            return new DelayQueue(site, declaration, new QueueStorage(_pool, Pager));
        }

        var queue = new DelayQueue(site, declaration, new QueueStorage(_pool, Pager, Journal)) { Ended = ended => _queues.Remove(ended.Id) };
        _queues.Add(queue);
        return queue;
    }

    /// <inheritdoc/>
    public DeduplicationCache CreateCache(ExchangeDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var cache = DeduplicationArguments.CreateCache(declaration, new IdJournal(declaration.ContentsId, Journal, _queues.Remove));
        _queues.Add(cache);
        return cache;
    }

    /// <summary>Has the queues that have been made again wait for their messages. Once, before anyone uses the broker.</summary>
    /// <returns>
    /// Whether the broker may be used while <see cref="RestoreMessages"/> goes on. Not when the metadata is damaged, nothing tells which
    /// positions have been given out, or duplicates are to be known: then everything has to be read first.
    /// </returns>
    public bool BeginRestoring()
    {
        var firstNew = _bound.Value;
        _recovery = new JournalRecovery(_log, _index, Journal, _queues.ToDictionary(), Pager);
        var mayServe = firstNew > 0
            && _metadata.Recovery.Damage.Count == 0
            && !_queues.IsAnyToBeRestoredFirst()
            && (_lastKnownQueueId > 0 || _log.Recovery.Files.All(static file => file.Bytes == 0))
            && TryRaiseBound(firstNew);
        if (mayServe)
        {
            // Whoever declares a queue before it is known which ids the journal speaks of must not be given one of those.
            _metadata.SkipQueueIdsTo(_lastKnownQueueId + RoomForLostQueues);
        }

        _recovery.Begin(mayServe ? firstNew : 0);
        return mayServe;
    }

    /// <summary>Puts the messages back into the queues, and reports what was found. Once, after <see cref="BeginRestoring"/>; blocks on the disk.</summary>
    /// <returns>How many.</returns>
    /// <exception cref="MetadataStoreException">There are messages, and no metadata: going on would take every queue for deleted.</exception>
    /// <exception cref="IOException">The disk does not give the files.</exception>
    /// <exception cref="OperationCanceledException">The broker stops.</exception>
    public long RestoreMessages(CancellationToken cancellationToken)
    {
        var recovery = _recovery ?? throw new InvalidOperationException($"{nameof(BeginRestoring)} comes first");
        _logger.ReportRecovery(Path.Combine(_lock.Directory, "messages"), _log.CompleteRecovery());
        recovery.Run(cancellationToken);
        ReportLostQueues(recovery.UnknownQueues);
        KeepBelowBound();
        _recovery = null;
        _isRestored = true;
        return recovery.Restored;
    }

    /// <summary>Gives the disk back what holds nothing live. To be called now and then, by one caller at a time; in vain until all messages are there.</summary>
    public Task CleanAsync(CancellationToken cancellationToken)
    {
        if (!_isRestored)
        {
            return Task.CompletedTask;
        }

        if (_cleanings++ % CleaningsPerLookAtBound == 0)
        {
            KeepBelowBound();
        }

        while (_deletions.TryTake(out var id))
        {
            DeliveredMarks.Release(_marks, id, (_queues.Find(id) as Queue)?.Settings.MaxPriority ?? 0);
            _queues.Remove(id);
        }

        return _cleaner.CleanAsync(cancellationToken);
    }

    /// <summary>Writes what waits to be written, and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsync(Pager, _log, _metadata);
        _marks.Dispose();
        _lock.Dispose();
    }

    private static void EnsureKnownVersions(StoreNames names, IStorageFiles files)
    {
        WalRecovery.EnsureKnownVersion(names.MetadataJournal, files);
        WalRecovery.EnsureKnownVersion(names.Messages, files);
        MetadataSnapshots.EnsureKnownVersion(names.Metadata, files);
        MarkFile.EnsureKnownVersion(names.Marks);
    }

    private static async Task<JournalMetadataStore> OpenMetadataAsync(
        string directory, BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, ILogger logger)
    {
        var options = new JournalMetadataOptions
        {
            Directory = directory,
            JournalFileSize = settings.MetadataFileSize,
            SyncsEveryCommit = settings.SyncsEveryCommit,
        };
        var metadata = await JournalMetadataStore.OpenAsync(options, files, timeProvider, new StorageObserver(logger, directory), logger);
        logger.ReportRecovery(metadata.Recovery, directory);
        return metadata;
    }

    private static WriteAheadLog OpenLog(
        string directory, BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, BrokerStoreParts parts)
    {
        var options = new WriteAheadLogOptions
        {
            Directory = directory,
            FileSize = settings.MessageFileSize,
            SyncsEveryCommit = settings.SyncsEveryCommit,
            ReadsOnlyItsEnd = true,
        };
        return WriteAheadLog.Open(options, files, timeProvider, new StorageObserver(parts.Logger, directory, parts.Alarms));
    }

    private static async ValueTask DisposeAsync(Pager? pager, WriteAheadLog? log, JournalMetadataStore? metadata)
    {
        if (pager is not null)
        {
            await pager.DisposeAsync();
        }

        if (log is not null)
        {
            await log.DisposeAsync();
        }

        if (metadata is not null)
        {
            await metadata.DisposeAsync();
        }
    }

    private void KeepBelowBound()
    {
        var end = _queues.FindEndPosition();
        if (_bound.IsNear(end))
        {
            TryRaiseBound(end);
        }
    }

    private bool TryRaiseBound(long position)
    {
        try
        {
            _bound.RaiseAbove(position);
            return true;
        }
        catch (IOException exception)
        {
            _logger.BoundNotRaised(exception.Message);
            return false;
        }
    }

    /// <summary>
    /// Queues that were deleted leave messages behind, with ids the metadata has given out. An id it has not was lost by it: its messages
    /// must not come to a queue that would get the same one.
    /// </summary>
    private void ReportLostQueues(IReadOnlyCollection<long> unknown)
    {
        var last = _lastKnownQueueId;
        var lost = unknown.Count(id => id > last);
        if (lost == 0)
        {
            return;
        }

        if (last == 0)
        {
            throw new MetadataStoreException(
                $"The data directory {_lock.Directory} holds messages, and no metadata to tell their queues. "
                + "Restore it from a backup, or move it away to begin without queues and messages.");
        }

        _metadata.SkipQueueIdsTo(unknown.Max());
        _logger.QueuesLost(_lock.Directory, lost);
    }
}
