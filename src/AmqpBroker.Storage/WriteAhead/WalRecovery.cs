using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Finds out what the files of a log hold: docs/formats/write-ahead-log.md, "Recovery".</summary>
public static class WalRecovery
{
    /// <summary>Reads all files and changes nothing; also for a log that is being written, of which it sees what was there at the time.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">The disk does not give the bytes.</exception>
    public static WalRecoveryReport Inspect(string directory, IStorageFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new WalRecoveryRun(directory, files, setsDamageAside: false).Execute();
    }

    /// <summary>Reads all files, puts copies of damaged bytes aside, and makes durable what it found: the log goes on from there.</summary>
    internal static WalRecoveryReport Run(string directory, IStorageFiles files)
    {
        var report = new WalRecoveryRun(directory, files, setsDamageAside: true).Execute();
        if (report.Files.Count > 0)
        {
            // A process that was killed may have left bytes that only the system's memory holds.
            using var last = files.Open(Path.Combine(directory, WalFileName.Of(report.Files[^1].Number)), StorageFileMode.Open);
            last.Sync();
            files.SyncDirectory(directory);
        }

        return report;
    }
}
