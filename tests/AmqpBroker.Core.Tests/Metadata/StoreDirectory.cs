using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Tests.Metadata;

/// <summary>A directory with the files of a metadata store.</summary>
internal sealed class StoreDirectory : IWriteAheadLogObserver, IDisposable
{
    private readonly TempDirectory _directory = new();

    public string Path => _directory.File("metadata");

    public string Newest => System.IO.Path.Combine(Path, "snapshot");

    public string Previous => System.IO.Path.Combine(Path, "snapshot.old");

    public IReadOnlyList<string> JournalFiles =>
        [.. Directory.GetFiles(System.IO.Path.Combine(Path, "journal"), "0*.wal").Order(StringComparer.Ordinal)];

    /// <summary>Opens a store that need not survive the machine, with files and snapshots of any size.</summary>
    public Task<JournalMetadataStore> OpenAsync(long snapshotFrom = long.MaxValue / 2, long fileSize = 64 * 1024) =>
        JournalMetadataStore.OpenAsync(
            new JournalMetadataOptions
            {
                Directory = Path,
                SyncsEveryCommit = false,
                JournalFileSize = fileSize,
                SnapshotFrom = snapshotFrom,
            },
            SystemFiles.Instance,
            TimeProvider.System,
            this,
            NullLogger.Instance);

    /// <summary>What the directory looks like to whoever comes after a crash at this moment.</summary>
    public async Task<StoreDirectory> CopyAsAfterCrashAsync(JournalMetadataStore store)
    {
        // Not all files can be copied at one moment, so at this one none may be changing.
        await store.Snapshotting;
        var copy = new StoreDirectory();
        foreach (var file in (string[])[.. Directory.GetFiles(Path), .. JournalFiles])
        {
            var target = System.IO.Path.Combine(copy.Path, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!); // a file lies in a directory
            File.Copy(file, target);
        }

        return copy;
    }

    public static void Damage(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 0x10;
        File.WriteAllBytes(path, bytes);
    }

    public void OnFailed(Exception error)
    {
    }

    public void OnRecovered()
    {
    }

    public void OnRotated(WalFileInfo file)
    {
    }

    public void Dispose() => _directory.Dispose();
}
