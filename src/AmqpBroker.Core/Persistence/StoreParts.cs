using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Marks;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>What stands in a data directory, opened together and closed in the right order.</summary>
internal sealed class StoreParts : IAsyncDisposable
{
    private readonly DirectoryLock _lock;

    private StoreParts(DirectoryLock directoryLock, ILogger logger) => (_lock, Logger) = (directoryLock, logger);

    /// <summary>The directory, held against other processes.</summary>
    public string Directory => _lock.Directory;

    /// <summary>Durable things.</summary>
    public required JournalMetadataStore Metadata { get; init; }

    /// <summary>Persistent messages.</summary>
    public required WriteAheadLog Log { get; init; }

    /// <summary>How far each queue was delivered.</summary>
    public required MarkFile Marks { get; init; }

    /// <summary>What no position has reached.</summary>
    public required PositionBound Bound { get; init; }

    /// <summary>What does not fit into memory.</summary>
    public required Pager Pager { get; init; }

    /// <summary>The memory of messages.</summary>
    public required SegmentPool Pool { get; init; }

    /// <summary>Told when the log cannot be written.</summary>
    public required ResourceAlarms Alarms { get; init; }

    /// <summary>For the operator.</summary>
    public ILogger Logger { get; }

    /// <summary>Opens all of it, or nothing: see <see cref="BrokerStore.OpenAsync"/>.</summary>
    public static async Task<StoreParts> OpenAsync(BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, ILogger logger)
    {
        var directoryLock = DirectoryLock.Acquire(settings.Directory);
        JournalMetadataStore? metadata = null;
        WriteAheadLog? log = null;
        Pager? pager = null;
        try
        {
            var names = new StoreNames(settings.Directory);
            EnsureKnownVersions(names, files);
            metadata = await OpenMetadataAsync(names.Metadata, settings, files, timeProvider, logger);
            var (pool, alarms) = (new SegmentPool(), new ResourceAlarms());
            log = OpenLog(settings, files, timeProvider, new StorageObserver(logger, names.Messages, alarms), names.Messages);
            var pagerOptions = new PagerOptions { Directory = names.Pages, MemoryLimit = settings.MemoryLimit };
            pager = new Pager(pagerOptions, pool, files, timeProvider, new PagingObserver(logger, names.Pages));
            return new StoreParts(directoryLock, logger)
            {
                Metadata = metadata,
                Log = log,
                Marks = MarkFile.Open(names.Marks),
                Bound = new PositionBound(settings.Directory, names.PositionBound, files),
                Pager = pager,
                Pool = pool,
                Alarms = alarms,
            };
        }
        catch
        {
            await DisposeAsync(pager, log, metadata);
            directoryLock.Dispose();
            throw;
        }
    }

    /// <summary>Writes what waits to be written, and lets the directory go.</summary>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsync(Pager, Log, Metadata);
        Marks.Dispose();
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
        BrokerStoreSettings settings, IStorageFiles files, TimeProvider timeProvider, StorageObserver observer, string directory)
    {
        var options = new WriteAheadLogOptions
        {
            Directory = directory,
            FileSize = settings.MessageFileSize,
            SyncsEveryCommit = settings.SyncsEveryCommit,
            ReadsOnlyItsEnd = true,
        };
        return WriteAheadLog.Open(options, files, timeProvider, observer);
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
}
