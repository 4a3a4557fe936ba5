namespace AmqpBroker.Storage.Tests.Files;

/// <summary>The bytes of one file, as programs see them and as the disk holds them, told apart by sectors of 512 bytes.</summary>
/// <remarks>Guarded by the lock of its <see cref="FaultyFiles"/>. Zeros at the end take no memory: log files are mostly that.</remarks>
internal sealed class FaultyContent
{
    public const int SectorSize = 512;

    private readonly HashSet<int> _unsynced = [];
    private readonly HashSet<long> _unreadable = [];
    private byte[] _written = [];
    private byte[] _synced = [];
    private long _syncedLength;

    public long Length { get; private set; }

    /// <summary>All bytes, as programs see them.</summary>
    public byte[] ToArray() => Sized(_written, Length);

    /// <summary>The disk after a crash: what was synced, and of the rest the sectors that <paramref name="keeps"/> says.</summary>
    public FaultyContent AfterCrash(Func<int, bool> keeps)
    {
        // The length goes with the first sector kept that needs it, as in a file system with ordered data.
        var kept = _unsynced.Where(keeps).Order().ToList();
        var length = kept.Count == 0 ? _syncedLength : Math.Max(_syncedLength, Math.Min(Length, (kept[^1] + 1L) * SectorSize));
        var bytes = Sized(_synced, Math.Min(length, Math.Max(_synced.Length, _written.Length)));
        foreach (var sector in kept)
        {
            var source = Sector(_written, sector);
            source[..Math.Min(source.Length, Sector(bytes, sector).Length)].CopyTo(Sector(bytes, sector));
        }

        return Durable(bytes, length);
    }

    public FaultyContent Copy()
    {
        var copy = Durable([.. _written], Length);
        copy._unreadable.UnionWith(_unreadable);
        return copy;
    }

    /// <summary>Lets reads of a sector fail from now on.</summary>
    public void Break(long sector) => _unreadable.Add(sector);

    public int Read(long offset, Span<byte> buffer)
    {
        var end = offset + buffer.Length;
        if (_unreadable.Any(sector => sector * SectorSize < end && (sector + 1) * SectorSize > offset))
        {
            throw new IOException("input/output error");
        }

        var count = (int)Math.Clamp(Length - offset, 0, buffer.Length);
        var there = offset >= _written.Length ? [] : _written.AsSpan((int)offset);
        there = there[..Math.Min(there.Length, count)];
        there.CopyTo(buffer);
        buffer[there.Length..count].Clear();
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        var end = offset + bytes.Length;
        Length = Math.Max(Length, end);
        if (end > _written.Length)
        {
            Array.Resize(ref _written, (int)Math.Max(end, Math.Min(2L * _written.Length, Length)));
        }

        bytes.CopyTo(_written.AsSpan((int)offset));
        for (var sector = offset / SectorSize; sector <= (end - 1) / SectorSize; sector++)
        {
            _unsynced.Add((int)sector);
        }
    }

    public void SetLength(long length)
    {
        Length = length;
        if (length < _written.Length)
        {
            Array.Resize(ref _written, (int)length);
        }
    }

    public void Sync()
    {
        _syncedLength = Length;
        Array.Resize(ref _synced, _written.Length);
        foreach (var sector in _unsynced)
        {
            Sector(_written, sector).CopyTo(Sector(_synced, sector));
        }

        _unsynced.Clear();
    }

    /// <summary>What a system does whose sync failed: it takes the pages for clean, and a later sync does nothing for them.</summary>
    public void LoseUnsynced() => _unsynced.Clear();

    private static FaultyContent Durable(byte[] bytes, long length) =>
        new() { _written = bytes, _synced = [.. bytes], Length = length, _syncedLength = length };

    private static byte[] Sized(byte[] bytes, long length)
    {
        var sized = new byte[length];
        bytes.AsSpan(0, (int)Math.Min(bytes.Length, length)).CopyTo(sized);
        return sized;
    }

    private static Span<byte> Sector(byte[] bytes, int sector)
    {
        var start = sector * SectorSize;
        return start >= bytes.Length ? [] : bytes.AsSpan(start, Math.Min(SectorSize, bytes.Length - start));
    }
}
