using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>The numbered files of one log, the oldest first, and the way from one to the next.</summary>
/// <remarks>The list is guarded by a lock under which no I/O is done. Files are begun and completed by the writer alone.</remarks>
internal sealed class WalFiles
{
    private readonly WriteAheadLogOptions _options;
    private readonly IStorageFiles _files;
    private readonly SpareFiles _spares;
    private readonly Lock _lock = new();
    private readonly List<WalFileInfo> _closed;
    private WalFileWriter? _current;
    private long _lastNumber;

    public WalFiles(WriteAheadLogOptions options, IStorageFiles files, SpareFiles spares, IReadOnlyList<WalFileInfo> found)
    {
        _options = options;
        _files = files;
        _spares = spares;
        _closed = [.. found];
        _lastNumber = found.Count > 0 ? found[^1].Number : 0;
    }

    /// <summary>The files as they are now, the current one last.</summary>
    public IReadOnlyList<WalFileInfo> List(long durableLsn)
    {
        lock (_lock)
        {
            var count = _closed.Count + (_current is null ? 0 : 1);
            var list = new List<WalFileInfo>(count);
            list.AddRange(_closed);
            if (_current is { } file)
            {
                list.Add(Describe(file, durableLsn, isCurrent: true));
            }

            return list;
        }
    }

    /// <summary>Begins the next file. It is durable with its name before any record is in it, so that positions are never forgotten.</summary>
    /// <param name="lsn">Log sequence number at which it starts, which is also what is durable.</param>
    /// <param name="firstRecord">Size of the first record it must have room for, zero when there is none yet.</param>
    public WalFileWriter StartNext(long lsn, long firstRecord)
    {
        // A number is used once, whatever becomes of the file: its checksums depend on it.
        var number = ++_lastNumber;
        var path = PathOf(number);
        var needed = WalFileHeader.Size + firstRecord;
        IStorageFile? file = null;
        try
        {
            file = needed <= _options.FileSize ? OpenNext(path) : Create(path, needed);
            var writer = WalFileWriter.Start(file, new WalFileHeader(number, lsn, lsn));
            _files.SyncDirectory(_options.Directory);
            lock (_lock)
            {
                _current = writer;
            }

            return writer;
        }
        catch (IOException)
        {
            file?.Dispose();
            TryDelete(path);
            throw;
        }
    }

    /// <summary>Closes the current file, of which everything up to <paramref name="endLsn"/> counts.</summary>
    public WalFileInfo Complete(WalFileWriter file, long endLsn)
    {
        file.Dispose();
        var info = Describe(file, endLsn, isCurrent: false);
        lock (_lock)
        {
            _current = null;
            _closed.Add(info);
        }

        return info;
    }

    /// <summary>Closes the current file after a failure before anything in it was durable, and deletes it if the disk lets us.</summary>
    public void Discard(WalFileWriter file)
    {
        file.Dispose();
        lock (_lock)
        {
            _current = null;
        }

        TryDelete(PathOf(file.Number));
    }

    /// <summary>Gives the oldest file back. Durable when it returns.</summary>
    public void Delete(long number)
    {
        lock (_lock)
        {
            if (_closed.Count == 0 || _closed[0].Number != number)
            {
                throw new InvalidOperationException($"File {number} is not the oldest closed one of the log.");
            }

            // The newest file says where the log stands; without any, numbers and positions would start again.
            if (_closed.Count == 1 && _current is null)
            {
                throw new InvalidOperationException($"File {number} is the only one of the log.");
            }
        }

        _spares.Recycle(PathOf(number));
        lock (_lock)
        {
            _closed.RemoveAt(0);
        }
    }

    /// <summary>Opens a file for reading, as far as it is durable.</summary>
    public WalReader Read(long number, long durableLsn)
    {
        foreach (var file in List(durableLsn))
        {
            if (file.Number == number)
            {
                return new WalReader(_files, PathOf(number), file);
            }
        }

        throw new InvalidOperationException($"File {number} is none of the log.");
    }

    private static WalFileInfo Describe(WalFileWriter file, long endLsn, bool isCurrent) =>
        new(file.Number, file.FirstLsn, Math.Max(0, endLsn - file.FirstLsn), isCurrent);

    private string PathOf(long number) => Path.Combine(_options.Directory, WalFileName.Of(number));

    private IStorageFile OpenNext(string path)
    {
        if (_spares.TryTake() is not { } spare)
        {
            return Create(path, _options.FileSize);
        }

        _files.Rename(spare, path);
        return _files.Open(path, StorageFileMode.Open);
    }

    private IStorageFile Create(string path, long length)
    {
        var file = _files.Open(path, StorageFileMode.CreateNew);
        try
        {
            file.Preallocate(length);
            return file;
        }
        catch (IOException)
        {
            file.Dispose();
            throw;
        }
    }

    private void TryDelete(string path)
    {
        try
        {
            _files.Delete(path);
        }
        catch (IOException)
        {
            // It holds nothing that counts; recovery knows it for unused.
        }
    }
}
