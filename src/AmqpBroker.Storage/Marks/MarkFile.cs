using System.IO.MemoryMappedFiles;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Marks;

/// <summary>A file of (id, value) pairs that outlives the process at the cost of a store into memory: no system call, no wait.</summary>
/// <remarks>
/// For hints only: a killed process leaves the last value, a failed machine perhaps an older one. Guarded for allotting
/// slots; a slot's value belongs to whoever allotted it. Mapped, though the log is not: all blocks are written when a
/// stretch of the file is added, so a full disk cannot fault a store.
/// <code>
///  0         8           16       32
///  +---------+-----------+--------+--------+----
///  | QMARK1  | reserved  | slot 0 | slot 1 | ...     a slot: id i64 (0: free), value i64; little-endian
///  +---------+-----------+--------+--------+----
/// </code>
/// </remarks>
public sealed class MarkFile : IDisposable
{
    private const int Version = 1;
    private const long Magic = 0x314B52414D_51; // the name, the version as a digit, and two zero bytes
    private const int SlotLength = 16;
    private const int SlotsPerStretch = 4096;
    private const int StretchLength = SlotLength * SlotsPerStretch;

    private static ReadOnlySpan<byte> Name => "QMARK"u8;

    private readonly Lock _gate = new();
    private readonly string _path;
    private readonly List<MarkStretch> _stretches = [];
    private readonly Dictionary<long, Mark> _marks = [];
    private readonly Stack<Mark> _free = new();

    private MarkFile(string path) => _path = path;

    /// <summary>Looks at the file, before anything is changed. One that is not there, or cannot be understood, is no matter.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote it.</exception>
    public static void EnsureKnownVersion(string path)
    {
        if (!File.Exists(path))
        {
            return;
        }

        Span<byte> magic = stackalloc byte[sizeof(long)];
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var read = magic[..RandomAccess.Read(handle, magic, 0)];
        var version = read.Length == magic.Length && read.StartsWith(Name) ? read[Name.Length] - '0' : Version;
        if (version > Version)
        {
            throw new StorageVersionException(path, version, Version);
        }
    }

    /// <summary>Opens or makes the file. One that cannot be understood is begun anew: marks are hints.</summary>
    /// <exception cref="IOException">The file cannot be made or read.</exception>
    public static MarkFile Open(string path)
    {
        var file = new MarkFile(path);
        try
        {
            var length = File.Exists(path) ? new FileInfo(path).Length : 0;
            for (var offset = 0L; offset + StretchLength <= length; offset += StretchLength)
            {
                file.Map(offset);
            }

            if (file._stretches.Count == 0 || file._stretches[0].ReadHeader() != Magic)
            {
                file.Forget();
                File.Delete(path);
                file.AddStretch();
            }

            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Gives the mark of an id, with the value it had, or 0.</summary>
    public Mark Allot(long id)
    {
        ArgumentOutOfRangeException.ThrowIfZero(id);
        lock (_gate)
        {
            if (_marks.TryGetValue(id, out var mark))
            {
                return mark;
            }

            if (_free.Count == 0)
            {
                AddStretch();
            }

            mark = _free.Pop();
            mark.Begin(id);
            _marks.Add(id, mark);
            return mark;
        }
    }

    /// <summary>Gives a mark back; its id may be allotted anew.</summary>
    public void Release(long id)
    {
        lock (_gate)
        {
            if (_marks.Remove(id, out var mark))
            {
                mark.Begin(0);
                _free.Push(mark);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            Forget();
        }
    }

    private void AddStretch()
    {
        var offset = (long)_stretches.Count * StretchLength;
        using (var handle = File.OpenHandle(_path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
            RandomAccess.Write(handle, new byte[StretchLength], offset);
        }

        Map(offset);
        if (offset == 0)
        {
            _stretches[0].WriteHeader(Magic);
        }
    }

    private void Map(long offset)
    {
        using var mapping = MemoryMappedFile.CreateFromFile(_path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.ReadWrite);
        var stretch = new MarkStretch(mapping.CreateViewAccessor(offset, StretchLength));
        _stretches.Add(stretch);

        // The first slot of the file is its header.
        for (var slot = offset == 0 ? 1 : 0; slot < SlotsPerStretch; slot++)
        {
            var mark = new Mark(stretch, slot * SlotLength);
            if (mark.Id == 0 || !_marks.TryAdd(mark.Id, mark))
            {
                _free.Push(mark);
            }
        }
    }

    private void Forget()
    {
        _stretches.Clear();
        _marks.Clear();
        _free.Clear();
    }
}
