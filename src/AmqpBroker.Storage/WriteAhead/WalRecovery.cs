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

    /// <summary>Name of a file of a log.</summary>
    public static string NameOf(long fileNumber) => WalFileName.Of(fileNumber);

    /// <summary>Where the log of a directory sets copies of damaged bytes aside.</summary>
    public static string DirectoryOfDamage(string directory) => Path.Combine(directory, WalFileName.DamagedDirectory);

    /// <summary>Opens a file that was found, for reading: also without the log, and up to what was safe when it was found.</summary>
    /// <exception cref="IOException">It is gone, or the disk refuses.</exception>
    public static WalReader Read(string directory, IStorageFiles files, WalFileInfo file)
    {
        ArgumentNullException.ThrowIfNull(files);
        return new WalReader(files, Path.Combine(directory, WalFileName.Of(file.Number)), file);
    }

    /// <summary>Looks at the headers alone, before anything is changed.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">Files that are there cannot be opened.</exception>
    public static void EnsureKnownVersion(string directory, IStorageFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        Span<byte> header = stackalloc byte[WalFileHeader.Size];
        foreach (var name in files.List(directory))
        {
            if (WalFileName.TryParse(name, out _))
            {
                var path = Path.Combine(directory, name);
                using var file = files.Open(path, StorageFileMode.Read);
                WalFileHeader.EnsureKnownVersion(path, header[..new TolerantReader(file).Read(0, header)]);
            }
        }
    }

    /// <summary>Finds what files there are and where the log goes on, and makes that durable.</summary>
    /// <param name="directory">The log's directory.</param>
    /// <param name="files">The way to the files.</param>
    /// <param name="isShort">Whether no more is read than for that; see <see cref="Complete"/>.</param>
    internal static WalRecoveryReport Run(string directory, IStorageFiles files, bool isShort)
    {
        var report = new WalRecoveryRun(directory, files, setsDamageAside: !isShort, isShort).Execute();
        if (report.Files.Count > 0)
        {
            // A process that was killed may have left bytes that only the system's memory holds.
            using var last = files.Open(Path.Combine(directory, WalFileName.Of(report.Files[^1].Number)), StorageFileMode.Open);
            last.Sync();
            files.SyncDirectory(directory);
        }

        return report;
    }

    /// <summary>Reads all files of a short report, also while the log is written to; copies of damaged bytes are put aside.</summary>
    internal static WalRecoveryReport Complete(string directory, IStorageFiles files, WalRecoveryReport found) => found.Files.Count == 0
        ? found
        : new WalRecoveryRun(directory, files, setsDamageAside: true, lastNumber: found.Files[^1].Number).Execute();
}
