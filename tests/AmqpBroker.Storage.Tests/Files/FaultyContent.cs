namespace AmqpBroker.Storage.Tests.Files;

/// <summary>The bytes of one file, as programs see them and as the disk holds them, told apart by sectors of 512 bytes.</summary>
/// <remarks>Guarded by the lock of its <see cref="FaultyFiles"/>.</remarks>
internal sealed class FaultyContent
{
    public const int SectorSize = 512;

    private readonly HashSet<int> _unsynced = [];
    private readonly HashSet<long> _unreadable = [];
    private byte[] _written = [];
    private byte[] _synced = [];

    public long Length => _written.Length;

    public ReadOnlySpan<byte> Written => _written;

    /// <summary>The disk after a crash: what was synced, and of the rest the sectors that <paramref name="keeps"/> says.</summary>
    public FaultyContent AfterCrash(Func<int, bool> keeps)
    {
        // The length goes with the first sector kept that needs it, as in a file system with ordered data.
        var kept = _unsynced.Where(keeps).Order().ToList();
        var length = kept.Count == 0 ? _synced.Length : Math.Max(_synced.Length, Math.Min(_written.Length, (kept[^1] + 1) * SectorSize));
        var bytes = new byte[length];
        _synced.AsSpan(0, Math.Min(length, _synced.Length)).CopyTo(bytes);
        foreach (var sector in kept)
        {
            Sector(_written, sector).CopyTo(bytes.AsSpan(sector * SectorSize));
        }

        return new FaultyContent { _written = bytes, _synced = [.. bytes] };
    }

    public FaultyContent Copy() => new() { _written = [.. _written], _synced = [.. _written] };

    /// <summary>Lets reads of a sector fail from now on.</summary>
    public void Break(long sector) => _unreadable.Add(sector);

    public int Read(long offset, Span<byte> buffer)
    {
        var end = offset + buffer.Length;
        if (_unreadable.Any(sector => sector * SectorSize < end && (sector + 1) * SectorSize > offset))
        {
            throw new IOException("input/output error");
        }

        var rest = offset >= _written.Length ? [] : _written.AsSpan((int)offset);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        return count;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return;
        }

        if (offset + bytes.Length > _written.Length)
        {
            SetLength(offset + bytes.Length);
        }

        bytes.CopyTo(_written.AsSpan((int)offset));
        for (var sector = offset / SectorSize; sector <= (offset + bytes.Length - 1) / SectorSize; sector++)
        {
            _unsynced.Add((int)sector);
        }
    }

    public void SetLength(long length) => Array.Resize(ref _written, (int)length);

    public void Sync()
    {
        Array.Resize(ref _synced, _written.Length);
        foreach (var sector in _unsynced)
        {
            Sector(_written, sector).CopyTo(_synced.AsSpan(sector * SectorSize));
        }

        _unsynced.Clear();
    }

    /// <summary>What a system does whose sync failed: it takes the pages for clean, and a later sync does nothing for them.</summary>
    public void LoseUnsynced() => _unsynced.Clear();

    private static Span<byte> Sector(byte[] bytes, int sector)
    {
        var start = sector * SectorSize;
        return start >= bytes.Length ? [] : bytes.AsSpan(start, Math.Min(SectorSize, bytes.Length - start));
    }
}
