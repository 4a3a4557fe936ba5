using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Inspection;

/// <summary>Looks at the files of a log that a running broker may be changing.</summary>
internal static class LogInspector
{
    private const int MostAttempts = 20;

    /// <exception cref="StorageVersionException">A newer version wrote there.</exception>
    /// <exception cref="IOException">The disk does not give the bytes.</exception>
    public static WalRecoveryReport Inspect(string directory, IStorageFiles files, bool isInUse)
    {
        var report = InspectOnce(directory, files);
        if (!isInUse || !report.HasLosses)
        {
            return report;
        }

        // What is being written looks like damage for a moment; damage is what is still there at a second look.
        var second = InspectOnce(directory, files);
        return second with
        {
            Damage = [.. second.Damage.Intersect(report.Damage)],
            Gaps = [.. second.Gaps.Intersect(report.Gaps)],
        };
    }

    /// <summary>The files of a log's directory, as they lie there.</summary>
    public static IEnumerable<InspectedFile> List(
        string directory, IStorageFiles files, string prefix, WalRecoveryReport report, IReadOnlyDictionary<long, long> recordsByFile)
    {
        foreach (var file in report.Files)
        {
            var name = WalRecovery.NameOf(file.Number);
            if (SizeOf(files, Path.Combine(directory, name)) is { } size)
            {
                yield return new InspectedFile(prefix + name, "log", size, file.Bytes, recordsByFile.GetValueOrDefault(file.Number));
            }
        }

        var logFiles = report.Files.Select(file => WalRecovery.NameOf(file.Number)).ToHashSet(StringComparer.Ordinal);
        foreach (var name in files.List(directory).Where(name => !logFiles.Contains(name)))
        {
            if (SizeOf(files, Path.Combine(directory, name)) is { } size)
            {
                yield return new InspectedFile(prefix + name, report.ForeignFiles.Contains(name, StringComparer.Ordinal) ? "unknown" : "spare", size);
            }
        }

        var aside = WalRecovery.DirectoryOfDamage(directory);
        foreach (var name in files.List(aside))
        {
            if (SizeOf(files, Path.Combine(aside, name)) is { } size)
            {
                yield return new InspectedFile($"{prefix}{Path.GetFileName(aside)}/{name}", "set aside", size);
            }
        }
    }

    /// <summary>Handles every record of a file, as far as it is there.</summary>
    /// <returns>How many there were.</returns>
    public static long ReadAll(string directory, IStorageFiles files, WalFileInfo file, Action<WalRecord> handle)
    {
        var records = 0L;
        try
        {
            using var reader = WalRecovery.Read(directory, files, file);
            while (reader.TryRead(out var record))
            {
                handle(record);
                records++;
            }
        }
        catch (FileNotFoundException)
        {
            // A running broker has given it back; who counts asks afterwards whether all files are still there.
        }

        return records;
    }

    /// <summary>Size of a file; null when it has gone meanwhile.</summary>
    public static long? SizeOf(IStorageFiles files, string path)
    {
        try
        {
            using var file = files.Open(path, StorageFileMode.Read);
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static WalRecoveryReport InspectOnce(string directory, IStorageFiles files)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return WalRecovery.Inspect(directory, files);
            }
            catch (FileNotFoundException) when (attempt < MostAttempts)
            {
                // Given back between listing and opening.
            }
        }
    }
}
