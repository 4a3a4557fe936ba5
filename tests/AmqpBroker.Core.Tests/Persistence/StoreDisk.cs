using AmqpBroker.Core.Inspection;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A data directory whose logs and snapshots lie on a disk in memory, with small files.</summary>
internal sealed class StoreDisk(FaultyFiles files) : IDisposable
{
    private readonly TempDirectory _directory = new();

    /// <summary>The clock of the brokers.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public FaultyFiles Files { get; private set; } = files;

    public RecordingLogger Log { get; private set; } = new();

    public string BoundPath => _directory.File("positions.bound");

    public string MarksPath => _directory.File("delivered.marks");

    /// <summary>Path of a numbered file of the message journal.</summary>
    public string Messages(int number) => Path.Combine(_directory.FullName, "messages", $"{number:D10}.wal");

    /// <summary>Path of a numbered file of the metadata journal.</summary>
    public string Journal(int number) => Path.Combine(_directory.FullName, "metadata", "journal", $"{number:D10}.wal");

    /// <summary>Path of a file beside the metadata journal.</summary>
    public string Metadata(string name) => Path.Combine(_directory.FullName, "metadata", name);

    public async Task<OpenStore> OpenAsync(long messageFileSize = 64 * 1024)
    {
        var store = await OpenToServeAsync(messageFileSize);
        try
        {
            store.RestoreMessages();
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens a store whose messages have not been put back yet.</summary>
    public async Task<OpenStore> OpenToServeAsync(long messageFileSize = 64 * 1024)
    {
        var settings = new BrokerStoreSettings
        {
            Directory = _directory.FullName,
            MessageFileSize = messageFileSize,
            MetadataFileSize = 16 * 1024,
        };
        var store = await BrokerStore.OpenAsync(settings, Files, TimeProvider.System, Log);
        try
        {
            var broker = new Broker(Clock, store.Metadata, store, store.Journal);
            var homeless = broker.Restore();
            Assert.That(homeless.Count == 0 || Log.Errors.Count > 0, "nothing is lost without a word");
            broker.TryGetVirtualHost("/", out var host);
            return new OpenStore(store, host!, store.BeginRestoring()) { Broker = broker }; // every broker has it
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>What an operator sees of it while no broker runs: the messages of each queue.</summary>
    public IReadOnlyDictionary<string, long> Inspect() =>
        StoreInspector.Inspect(_directory.FullName, Files).Queues.ToDictionary(queue => queue.Name, queue => queue.Messages, StringComparer.Ordinal);

    /// <summary>All that an operator sees of it.</summary>
    public StoreInspection InspectAll() => StoreInspector.Inspect(_directory.FullName, Files);

    /// <summary>The process is killed; goes on with what it had written.</summary>
    public Task KillAsync(OpenStore store) => GoOnWithAsync(Files.Kill(), store);

    /// <summary>The machine fails; goes on with what was synced.</summary>
    public Task CrashAsync(OpenStore store) => GoOnWithAsync(Files.Crash(), store);

    /// <summary>Goes on with another state of the disk.</summary>
    public void GoOnWith(FaultyFiles files) => (Files, Log) = (files, new RecordingLogger());

    private async Task GoOnWithAsync(FaultyFiles files, OpenStore old)
    {
        Files = files;
        await old.DisposeAsync();
        Log = new RecordingLogger();
    }

    public void Dispose() => _directory.Dispose();
}
