using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Tests.Files;

/// <summary>
/// A disk in memory that knows what is written from what is synced: it can crash, fail an operation, fill up, and hold a sync back.
/// </summary>
/// <remarks>Guarded by <see cref="Lock"/>. Paths are taken as they are; a directory exists as soon as it is named.</remarks>
internal sealed class FaultyFiles : IStorageFiles
{
    /// <summary>Bytes at most of a read that <see cref="HoldReads"/> lets through: of a file's head.</summary>
    public const int FirstBytes = 1024;

    private readonly List<FileFault> _faults = [];
    private readonly List<string> _operations = [];
    private readonly object _gate = new();
    private Dictionary<string, FaultyContent> _names = [];
    private Dictionary<string, FaultyContent> _syncedNames = [];
    private bool _hasCrashed;
    private bool _holdsSyncs;
    private string? _heldForReading;

    public Lock Lock { get; } = new();

    /// <summary>Bytes all files together may take.</summary>
    public long Capacity { get; set; } = long.MaxValue;

    /// <summary>Every counted operation so far, in order: its kind and the file's name.</summary>
    public IReadOnlyList<string> Operations => Locked(() => _operations.ToArray());

    /// <summary>How often an operation has succeeded or failed on numbered files.</summary>
    public int Count(FileOperation operation) =>
        Locked(() => _operations.Count(entry => entry.StartsWith($"{operation} ", StringComparison.Ordinal) && !entry.Contains("spare", StringComparison.Ordinal)));

    /// <summary>Lets an operation fail on files other than spare ones: after the next <paramref name="after"/>, for <paramref name="times"/>.</summary>
    public void Fail(FileOperation operation, int after = 0, int times = 1, bool isFull = false) =>
        Locked(() => _faults.Add(new FileFault(operation, isFull) { After = after, Times = times }));

    public void StopFailing() => Locked(_faults.Clear);

    /// <summary>Lets syncs of numbered files wait until <see cref="ReleaseSyncs"/>.</summary>
    public void HoldSyncs() => SetGate(isClosed: true);

    public void ReleaseSyncs() => SetGate(isClosed: false);

    /// <summary>Lets reads of a file wait until <see cref="ReleaseReads"/>, but for those of its first bytes alone.</summary>
    /// <param name="name">Its name, without the directory.</param>
    public void HoldReads(string name)
    {
        lock (_gate)
        {
            _heldForReading = name;
        }
    }

    public void ReleaseReads()
    {
        lock (_gate)
        {
            _heldForReading = null;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>The power goes off: everything on this disk fails from now on. Gives the disk as it is found afterwards.</summary>
    /// <param name="keeps">Which unsynced sectors made it to the disk all the same; none by default.</param>
    public FaultyFiles Crash(Func<int, bool>? keeps = null) => SwitchOff(() => Survivors(_syncedNames, content => content.AfterCrash(keeps ?? (_ => false))));

    /// <summary>The process is killed: what it has written stays.</summary>
    public FaultyFiles Kill() => SwitchOff(() => Survivors(_names, content => content.Copy()));

    /// <summary>A disk with the same files.</summary>
    public FaultyFiles Copy() => Locked(() => Survivors(_names, content => content.Copy()));

    public byte[] Bytes(string path) => Locked(() => _names[path].ToArray());

    /// <summary>Puts a file there, synced.</summary>
    public void Put(string path, ReadOnlySpan<byte> bytes)
    {
        lock (Lock)
        {
            var content = new FaultyContent();
            content.Write(0, bytes);
            content.Sync();
            _names[path] = content;
            _syncedNames[path] = content;
        }
    }

    /// <summary>Changes bytes where they lie, as a bad disk does.</summary>
    public void Patch(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        lock (Lock)
        {
            _names[path].Write(offset, bytes);
            _names[path].Sync();
        }
    }

    /// <summary>Lets reads fail that touch the sector at an offset.</summary>
    public void Break(string path, long offset) => Locked(() => _names[path].Break(offset / FaultyContent.SectorSize));

    public IReadOnlyList<string> List(string directory) => Locked(() => _names.Keys
        .Where(path => Path.GetDirectoryName(path) == directory)
        .Select(path => Path.GetFileName(path))
        .Order(StringComparer.Ordinal)
        .ToArray());

    public IStorageFile Open(string path, StorageFileMode mode)
    {
        lock (Lock)
        {
            if (_names.TryGetValue(path, out var content))
            {
                return mode == StorageFileMode.CreateNew
                    ? throw new IOException($"{path} exists")
                    : new FaultyFile(this, path, content, mode == StorageFileMode.Read);
            }

            if (mode is StorageFileMode.Read or StorageFileMode.Open)
            {
                throw new FileNotFoundException($"{path} does not exist");
            }

            Enter(FileOperation.Create, path);
            return new FaultyFile(this, path, _names[path] = new FaultyContent(), isReadOnly: false);
        }
    }

    public void Delete(string path)
    {
        lock (Lock)
        {
            Enter(FileOperation.Delete, path);
            _names.Remove(path);
        }
    }

    public void Rename(string path, string newPath)
    {
        lock (Lock)
        {
            Enter(FileOperation.Rename, newPath);
            _names[newPath] = _names.Remove(path, out var content) ? content : throw new FileNotFoundException(path);
        }
    }

    public void SyncDirectory(string directory)
    {
        lock (Lock)
        {
            Enter(FileOperation.SyncDirectory, directory);
            _syncedNames = new Dictionary<string, FaultyContent>(_names);
        }
    }

    public void CreateDirectory(string directory)
    {
        // It is there as soon as a file is in it.
    }

    public long FreeSpace(string directory) => Locked(() => Capacity - _names.Values.Sum(content => content.Length));

    internal void WaitForReading(string path, int length)
    {
        lock (_gate)
        {
            while (length > FirstBytes && _heldForReading is { } name && path.EndsWith(name, StringComparison.Ordinal))
            {
                Monitor.Wait(_gate);
            }
        }
    }

    internal void WaitForGate(string path)
    {
        lock (_gate)
        {
            while (_holdsSyncs && !path.Contains("spare", StringComparison.Ordinal))
            {
                Monitor.Wait(_gate);
            }
        }
    }

    internal T Locked<T>(Func<T> action)
    {
        lock (Lock)
        {
            return action();
        }
    }

    internal void Reserve(long more, string path)
    {
        if (more > 0 && _names.Values.Sum(content => content.Length) + more > Capacity)
        {
            throw new StorageFullException($"{path}: full");
        }
    }

    internal void Enter(FileOperation operation, string path)
    {
        if (_hasCrashed)
        {
            throw new IOException("the machine is off");
        }

        _operations.Add($"{operation} {Path.GetFileName(path)}");
        if (path.Contains("spare", StringComparison.Ordinal))
        {
            return;
        }

        foreach (var fault in _faults)
        {
            fault.Enter(operation, path);
        }
    }

    private static FaultyFiles Survivors(Dictionary<string, FaultyContent> names, Func<FaultyContent, FaultyContent> survive)
    {
        var survivors = names.ToDictionary(name => name.Key, name => survive(name.Value));
        return new FaultyFiles { _names = survivors, _syncedNames = new Dictionary<string, FaultyContent>(survivors) };
    }

    private FaultyFiles SwitchOff(Func<FaultyFiles> survivors)
    {
        var found = Locked(() =>
        {
            _hasCrashed = true;
            return survivors();
        });
        ReleaseSyncs();
        return found;
    }

    private void SetGate(bool isClosed)
    {
        lock (_gate)
        {
            _holdsSyncs = isClosed;
            Monitor.PulseAll(_gate);
        }
    }

    private void Locked(Action action)
    {
        lock (Lock)
        {
            action();
        }
    }
}
