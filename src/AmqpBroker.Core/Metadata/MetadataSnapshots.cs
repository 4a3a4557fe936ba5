using System.Globalization;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Core.Metadata;

/// <summary>The newest snapshot and, in case that is damaged, the one before. One caller at a time.</summary>
/// <param name="directory">Where they lie.</param>
/// <param name="files">The way to the files.</param>
/// <param name="setsDamageAside">Whether a damaged one is renamed; otherwise nothing is changed.</param>
internal sealed class MetadataSnapshots(string directory, IStorageFiles files, bool setsDamageAside = true)
{
    private const string NewestName = "snapshot";
    private const string PreviousName = "snapshot.old";
    private const string UnfinishedName = "snapshot.tmp";

    private readonly List<string> _damage = [];

    /// <summary>Position of the newest snapshot; 0 when there is none.</summary>
    public long NewestLsn { get; private set; }

    /// <summary>Position of the older snapshot: the journal is needed from here on. 0 when there is none.</summary>
    public long PreviousLsn { get; private set; }

    /// <summary>Size of the newest snapshot in bytes.</summary>
    public long Size { get; private set; }

    /// <summary>What was found damaged, in sentences.</summary>
    public IReadOnlyList<string> Damage => _damage;

    /// <summary>Looks at the snapshots, before anything is changed.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote one.</exception>
    public static void EnsureKnownVersion(string directory, IStorageFiles files)
    {
        foreach (var name in files.List(directory))
        {
            if (name is NewestName or PreviousName)
            {
                MetadataSnapshotFile.EnsureKnownVersion(files, Path.Combine(directory, name));
            }
        }
    }

    /// <summary>What a file in the metadata's directory is, in a word or two.</summary>
    public static string KindOf(string name) => name switch
    {
        NewestName => "snapshot",
        PreviousName => "older snapshot",
        UnfinishedName => "unfinished",
        _ when name.StartsWith("snapshot.damaged.", StringComparison.Ordinal) => "set aside",
        _ => "unknown",
    };

    /// <summary>Finds the newest snapshot that is whole; null when there is none.</summary>
    /// <exception cref="IOException">The disk does not give the bytes, or a newer version wrote them.</exception>
    public MetadataSnapshot? Load()
    {
        var newest = Read(NewestName, out var newestSize);
        var previous = Read(PreviousName, out var previousSize);
        Size = newest is null ? previousSize : newestSize;
        NewestLsn = (newest ?? previous)?.Lsn ?? 0;
        PreviousLsn = newest is null ? 0 : previous?.Lsn ?? 0;
        return newest ?? previous;
    }

    /// <summary>Puts a snapshot in the place of the newest, and that in the place of the older one.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="keepsPrevious">Whether the journal fits the newest so far, so that it may stand in when this one is damaged.</param>
    /// <exception cref="IOException">The disk refused; the snapshots so far are still there.</exception>
    public void Save(MetadataSnapshot snapshot, bool keepsPrevious = true)
    {
        var size = MetadataSnapshotFile.Write(files, PathOf(UnfinishedName), snapshot);
        var names = files.List(directory);
        if (!keepsPrevious)
        {
            files.Delete(PathOf(PreviousName));
        }
        else if (names.Contains(NewestName, StringComparer.Ordinal))
        {
            files.Rename(PathOf(NewestName), PathOf(PreviousName));
        }

        files.Rename(PathOf(UnfinishedName), PathOf(NewestName));
        files.SyncDirectory(directory);
        PreviousLsn = keepsPrevious ? NewestLsn : 0;
        NewestLsn = snapshot.Lsn;
        Size = size;
    }

    private MetadataSnapshot? Read(string name, out long size)
    {
        size = 0;
        var path = PathOf(name);
        if (!files.List(directory).Contains(name, StringComparer.Ordinal))
        {
            return null;
        }

        if (MetadataSnapshotFile.TryRead(files, path, out var snapshot, out size))
        {
            return snapshot;
        }

        size = 0;
        if (!setsDamageAside)
        {
            _damage.Add($"The metadata snapshot {path} is damaged.");
            return null;
        }

        // Out of the way of the next one, and kept for whoever wants to look at it.
        var aside = SetAside(name);
        _damage.Add($"The metadata snapshot {path} is damaged; it was set aside as {aside}.");
        return null;
    }

    private string SetAside(string name)
    {
        var names = files.List(directory);
        var number = 1;
        while (names.Contains(NameOf(number), StringComparer.Ordinal))
        {
            number++;
        }

        var aside = PathOf(NameOf(number));
        files.Rename(PathOf(name), aside);
        files.SyncDirectory(directory);
        return aside;

        static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"snapshot.damaged.{number}");
    }

    private string PathOf(string name) => Path.Combine(directory, name);
}
