using AmqpBroker.Core.Alarms;
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
/// pages/              what does not fit into memory; of this run only
/// </code>
/// </remarks>
public sealed class BrokerStore : IQueueFactory, IAsyncDisposable
{
    private readonly DirectoryLock _lock;
    private readonly JournalMetadataStore _metadata;
    private readonly WriteAheadLog _log;
    private readonly MarkFile _marks;
    private readonly SegmentPool _pool;
    private readonly JournalIndex _index = new();
    private readonly JournaledQueues _queues = new();
    private readonly JournalCleaner _cleaner;

    private BrokerStore(
        DirectoryLock directoryLock, JournalMetadataStore metadata, WriteAheadLog log, MarkFile marks, SegmentPool pool, Pager pager, ResourceAlarms alarms)
    {
        _pool = pool;
        Pager = pager;
        Alarms = alarms;
        _lock = directoryLock;
        _metadata = metadata;
        _log = log;
        _marks = marks;
        Journal = new MessageJournal(log, _index);
        _cleaner = new JournalCleaner(log, _index, Journal, _queues.Find);
    }

    /// <summary>Keeps what is durable.</summary>
    public IMetadataStore Metadata => _metadata;

    /// <summary>Keeps persistent messages.</summary>
    public MessageJournal Journal { get; }

    /// <summary>Takes to disk what does not fit into memory.</summary>
    public Pager Pager { get; }

    /// <summary>Which resources run out; the journal itself raises an alarm while it cannot be written.</summary>
    public ResourceAlarms Alarms { get; }

    /// <summary>Opens a data directory, making it when it is not there. No message is read yet.</summary>
    /// <exception cref="StorageLockedException">Another process holds the directory.</exception>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static async Task<BrokerStore> OpenAsync(BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var directoryLock = DirectoryLock.Acquire(settings.Directory);
        try
        {
            var metadataOptions = new JournalMetadataOptions
            {
                Directory = Path.Combine(settings.Directory, "metadata"),
                SyncsEveryCommit = settings.SyncsEveryCommit,
            };
            var metadata = await JournalMetadataStore.OpenAsync(
                metadataOptions, files, timeProvider, new StorageObserver(logger, metadataOptions.Directory), logger);
            var options = new WriteAheadLogOptions
            {
                Directory = Path.Combine(settings.Directory, "messages"),
                SyncsEveryCommit = settings.SyncsEveryCommit,
            };
            var alarms = new ResourceAlarms();
            var log = WriteAheadLog.Open(options, files, timeProvider, new StorageObserver(logger, options.Directory, alarms));
            logger.ReportRecovery(options.Directory, log.Recovery);
            var marks = MarkFile.Open(Path.Combine(settings.Directory, "delivered.marks"));
            var pagerOptions = new PagerOptions { Directory = Path.Combine(settings.Directory, "pages"), MemoryLimit = settings.MemoryLimit };
            var pool = new SegmentPool();
            var pager = new Pager(pagerOptions, pool, files, timeProvider, new PagingObserver(logger, pagerOptions.Directory));
            return new BrokerStore(directoryLock, metadata, log, marks, pool, pager, alarms);
        }
        catch
        {
            directoryLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Queue Create(string virtualHost, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        if (declaration.Id == 0)
        {
            return new ClassicQueue(virtualHost, declaration, new QueueStorage(_pool, Pager));
        }

        var queue = new ClassicQueue(virtualHost, declaration, new QueueStorage(_pool, Pager, Journal, _marks.Allot(declaration.Id)));
        _queues.Add(queue);
        return queue;
    }

    /// <summary>Puts the messages back into the queues that have been made again. Once, before anyone uses the broker.</summary>
    /// <returns>How many.</returns>
    public long RestoreMessages()
    {
        var recovery = new JournalRecovery(_log, _index, _queues.ToDictionary(), Pager);
        recovery.Run();
        return recovery.Restored;
    }

    /// <summary>Gives the disk back what holds nothing live. To be called now and then, by one caller at a time.</summary>
    public Task CleanAsync(CancellationToken cancellationToken)
    {
        foreach (var id in _queues.RemoveDeleted())
        {
            _marks.Release(id);
        }

        return _cleaner.CleanAsync(_queues.CountLiveBytes, cancellationToken);
    }

    /// <summary>Writes what waits to be written, and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        await Pager.DisposeAsync();
        await _log.DisposeAsync();
        await _metadata.DisposeAsync();
        _marks.Dispose();
        _lock.Dispose();
    }
}
