using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Files of full length waiting to be the log's next: given back ones, since overwriting syncs fastest, or made ahead of need.</summary>
/// <remarks>Guarded by its own lock, which no I/O is done under; one background task makes what is missing.</remarks>
internal sealed class SpareFiles : IAsyncDisposable
{
    /// <summary>More than these are deleted: at full speed one is used every fifth of a second, and one is given back as often.</summary>
    public const int MostKept = 2;

    private readonly string _directory;
    private readonly long _fileSize;
    private readonly IStorageFiles _files;
    private readonly Lock _lock = new();
    private readonly Queue<string> _ready = new();
    private readonly SemaphoreSlim _wanted = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _preparing;
    private long _lastNumber;

    public SpareFiles(WriteAheadLogOptions options, IStorageFiles files)
    {
        _directory = options.Directory;
        _fileSize = options.FileSize;
        _files = files;
        Adopt();
        _preparing = PrepareAsync();
        Want();
    }

    /// <summary>Gives the path of a file of full length, if one is ready, and has another one made. The caller renames it.</summary>
    public string? TryTake()
    {
        string? path;
        lock (_lock)
        {
            _ready.TryDequeue(out path);
        }

        Want();
        return path;
    }

    /// <summary>Takes a file the log needs no more: keeps it under another name, or deletes it. Durable when it returns.</summary>
    public void Recycle(string path)
    {
        if (HasFullLength(path) && ReserveName() is { } spare)
        {
            _files.Rename(path, spare);

            // Not before the old name is gone for good may anything be written over what it stood for.
            _files.SyncDirectory(_directory);
            Add(spare);
        }
        else
        {
            _files.Delete(path);
            _files.SyncDirectory(_directory);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _preparing;
        _stopping.Dispose();
        _wanted.Dispose();
    }

    private void Adopt()
    {
        foreach (var name in _files.List(_directory))
        {
            if (!WalFileName.TryParseSpare(name, out var number))
            {
                continue;
            }

            _lastNumber = Math.Max(_lastNumber, number);
            var path = Path.Combine(_directory, name);
            if (_ready.Count < MostKept && HasFullLength(path))
            {
                _ready.Enqueue(path);
            }
            else
            {
                _files.Delete(path);
            }
        }
    }

    private bool HasFullLength(string path)
    {
        try
        {
            using var file = _files.Open(path, StorageFileMode.Read);
            return file.Length == _fileSize;
        }
        catch (FileNotFoundException)
        {
            // An attempt before this one got as far as the name, and failed then.
            return false;
        }
    }

    private void Want()
    {
        if (_wanted.CurrentCount == 0)
        {
            _wanted.Release();
        }
    }

    private async Task PrepareAsync()
    {
        try
        {
            while (true)
            {
                await _wanted.WaitAsync(_stopping.Token);
                Prepare();
            }
        }
        catch (OperationCanceledException)
        {
            // The log is closing.
        }
    }

    private void Prepare()
    {
        lock (_lock)
        {
            if (_ready.Count > 0)
            {
                return;
            }
        }

        if (ReserveName() is { } path && TryCreate(path))
        {
            Add(path);
        }
    }

    private bool TryCreate(string path)
    {
        try
        {
            using (var file = _files.Open(path, StorageFileMode.CreateNew))
            {
                file.Preallocate(_fileSize);
                file.Sync();
            }

            _files.SyncDirectory(_directory);
            return true;
        }
        catch (IOException)
        {
            // The writer will try to make its next file itself, meet the same error, and report it.
            TryDelete(path);
            return false;
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
            // A leftover is adopted or deleted at the next start.
        }
    }

    private string? ReserveName()
    {
        lock (_lock)
        {
            return _ready.Count < MostKept ? Path.Combine(_directory, WalFileName.OfSpare(++_lastNumber)) : null;
        }
    }

    private void Add(string path)
    {
        lock (_lock)
        {
            _ready.Enqueue(path);
        }
    }
}
