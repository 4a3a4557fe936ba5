using System.Collections.Concurrent;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Paging;

/// <summary>The files that hold what does not fit into memory. They belong to one run of the process: what is found at the start goes.</summary>
/// <remarks>
/// Confined to the pager's writer, but for <see cref="Read"/>, <see cref="Free"/> and <see cref="Bytes"/>. Pages are appended, whatever log
/// they are of, so that writing is sequential, and so is reading one log's pages by and large. What is freed goes back to the disk page by
/// page, and file by file. Nothing is ever synced: what must outlive the process is kept elsewhere.
/// </remarks>
internal sealed class PageStore : IDisposable
{
    private const string Suffix = ".pages";

    /// <summary>A file takes pages up to this size, in bytes.</summary>
    private const long FileSize = 64L * 1024 * 1024;

    private readonly string _directory;
    private readonly IStorageFiles _files;
    private readonly ConcurrentQueue<Page> _freed = new();
    private readonly HashSet<PageFile> _open = [];
    private PageFile? _current;
    private long _lastNumber;
    private long _bytes;

    public PageStore(string directory, IStorageFiles files)
    {
        _directory = directory;
        _files = files;
        files.CreateDirectory(directory);
        foreach (var name in files.List(directory).Where(name => name.EndsWith(Suffix, StringComparison.Ordinal)))
        {
            files.Delete(Path.Combine(directory, name));
        }
    }

    /// <summary>Bytes in pages that are in use.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Writes bytes to a page of their own.</summary>
    /// <exception cref="IOException">The disk refused; nothing is taken.</exception>
    public Page Write(ReadOnlySpan<byte> bytes)
    {
        if (_current is null || _current.End >= FileSize)
        {
            _current = new PageFile(this, _files.Open(Path.Combine(_directory, $"{++_lastNumber:D8}{Suffix}"), StorageFileMode.CreateNew));
            _open.Add(_current);
        }

        var page = new Page(_current, _current.End, bytes.Length, Crc32C.Of(bytes));
        _current.Write(page.Offset, bytes);
        _current.End += bytes.Length;
        _current.Pages++;
        Interlocked.Add(ref _bytes, bytes.Length);
        return page;
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="IOException">The disk refused, or gave back other bytes than were written.</exception>
    public static void Read(Page page, Span<byte> bytes)
    {
        var read = page.File.Read(page.Offset, bytes);
        if (read != page.Length || Crc32C.Of(bytes) != page.Checksum)
        {
            throw new IOException($"{page.File.Path} gave back other bytes at {page.Offset} than were written there");
        }
    }

    /// <summary>Says that a page is not needed any more. Any thread, under any lock; its space is given back by <see cref="Reclaim"/>.</summary>
    public void Free(Page page)
    {
        Interlocked.Add(ref _bytes, -page.Length);
        _freed.Enqueue(page);
    }

    /// <summary>Gives the space of freed pages back to the disk.</summary>
    /// <exception cref="IOException">The disk refused; what was freed stays freed.</exception>
    public void Reclaim()
    {
        while (_freed.TryDequeue(out var page))
        {
            var file = page.File;
            if (--file.Pages > 0)
            {
                file.Release(page);
                continue;
            }

            _open.Remove(file);
            if (_current == file)
            {
                _current = null;
            }

            file.Dispose();
            _files.Delete(file.Path);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _open)
        {
            file.Dispose();
            TryDelete(file.Path);
        }

        _open.Clear();
    }

    // A disk that refuses even this must not keep what is closed behind the pager from being closed; the next start deletes what is left.
    private void TryDelete(string path)
    {
        try
        {
            _files.Delete(path);
        }
        catch (IOException)
        {
            // As said.
        }
    }
}
