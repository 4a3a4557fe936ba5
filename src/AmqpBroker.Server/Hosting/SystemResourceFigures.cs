using System.Globalization;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Server.Hosting;

/// <summary>The figures of this process and machine. Has no state.</summary>
internal sealed class SystemResourceFigures : IResourceFigures
{
    private const string Statm = "/proc/self/statm";

    /// <inheritdoc/>
    public long ResidentMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.WorkingSet;
        }

        // In pages: the whole size, then what of it is resident.
        var text = File.ReadAllText(Statm);
        var fields = text.Split(' ', 3);
        return fields.Length > 2 && long.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out var pages)
            ? pages * Environment.SystemPageSize
            : throw new IOException($"Cannot read {Statm}: it says '{text.Trim()}'.");
    }

    /// <inheritdoc/>
    public long FreeSpace(string directory) => SystemFiles.Instance.FreeSpace(directory);

    /// <inheritdoc/>
    public void ReturnUnusedMemory() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
}
