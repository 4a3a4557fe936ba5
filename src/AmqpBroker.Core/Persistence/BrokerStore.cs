using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Paging;
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

    private readonly StoreParts _parts;
    private readonly DeletionWatch _deletions;
    private readonly JournalIndex _index = new();
    private readonly JournaledQueues _queues = new();
    private readonly JournalCleaner _cleaner;
    private readonly long _lastKnownQueueId;
    private JournalRecovery? _recovery;
    private int _cleanings;
    private volatile bool _isRestored;

    private BrokerStore(StoreParts parts)
    {
        _parts = parts;
        _deletions = new DeletionWatch(parts.Metadata);
        _lastKnownQueueId = parts.Metadata.LastQueueId;
        Journal = new MessageJournal(parts.Log, _index, _queues.Find);
        _cleaner = new JournalCleaner(parts.Log, _index, Journal, _queues);
    }

    /// <summary>Keeps what is durable.</summary>
    public IMetadataStore Metadata => _deletions;

    /// <summary>Keeps persistent messages.</summary>
    public MessageJournal Journal { get; }

    /// <summary>Takes to disk what does not fit into memory.</summary>
    public Pager Pager => _parts.Pager;

    /// <summary>Which resources run out; the journal itself raises an alarm while it cannot be written.</summary>
    public ResourceAlarms Alarms => _parts.Alarms;

    /// <summary>Opens a data directory, making it when it is not there. No message is read yet.</summary>
    /// <exception cref="StorageLockedException">Another process holds the directory.</exception>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="MetadataStoreException">Too much of the metadata is damaged to go on, or a newer version wrote it.</exception>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static async Task<BrokerStore> OpenAsync(BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(files);
        return new BrokerStore(await StoreParts.OpenAsync(settings, files, timeProvider, logger));
    }

    /// <inheritdoc/>
    public Queue Create(QueueSite site, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(declaration);
        if (declaration.Id == 0)
        {
            return new ClassicQueue(site.VirtualHost, declaration, new QueueStorage(_parts.Pool, Pager), site);
        }

        var delivered = DeliveredMarks.Allot(_parts.Marks, declaration.Id, QueueSettings.Of(declaration.Arguments).MaxPriority);
        var queue = new ClassicQueue(site.VirtualHost, declaration, new QueueStorage(_parts.Pool, Pager, Journal, delivered), site);
        _queues.Add(queue);
        return queue;
    }

    /// <inheritdoc/>
    public DelayQueue CreateDelay(QueueSite site, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        if (declaration.Id == 0)
        {
            return new DelayQueue(site, declaration, new QueueStorage(_parts.Pool, Pager));
        }

        var queue = new DelayQueue(site, declaration, new QueueStorage(_parts.Pool, Pager, Journal)) { Ended = ended => _queues.Remove(ended.Id) };
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
        var firstNew = _parts.Bound.Value;
        _recovery = new JournalRecovery(_parts.Log, _index, Journal, _queues.ToDictionary(), Pager);
        var mayServe = firstNew > 0
            && _parts.Metadata.Recovery.Damage.Count == 0
            && !_queues.IsAnyToBeRestoredFirst()
            && (_lastKnownQueueId > 0 || _parts.Log.Recovery.Files.All(static file => file.Bytes == 0))
            && TryRaiseBound(firstNew);
        if (mayServe)
        {
            // Whoever declares a queue before it is known which ids the journal speaks of must not be given one of those.
            _parts.Metadata.SkipQueueIdsTo(_lastKnownQueueId + RoomForLostQueues);
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
        _parts.Logger.ReportRecovery(Path.Combine(_parts.Directory, "messages"), _parts.Log.CompleteRecovery());
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
            DeliveredMarks.Release(_parts.Marks, id, (_queues.Find(id) as Queue)?.Settings.MaxPriority ?? 0);
            _queues.Remove(id);
        }

        return _cleaner.CleanAsync(cancellationToken);
    }

    /// <summary>Writes what waits to be written, and lets the directory go.</summary>
    public ValueTask DisposeAsync() => _parts.DisposeAsync();

    private void KeepBelowBound()
    {
        var end = _queues.FindEndPosition();
        if (_parts.Bound.IsNear(end))
        {
            TryRaiseBound(end);
        }
    }

    private bool TryRaiseBound(long position)
    {
        try
        {
            _parts.Bound.RaiseAbove(position);
            return true;
        }
        catch (IOException exception)
        {
            _parts.Logger.BoundNotRaised(exception.Message);
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
                $"The data directory {_parts.Directory} holds messages, and no metadata to tell their queues. "
                + "Restore it from a backup, or move it away to begin without queues and messages.");
        }

        _parts.Metadata.SkipQueueIdsTo(unknown.Max());
        _parts.Logger.QueuesLost(_parts.Directory, lost);
    }
}
