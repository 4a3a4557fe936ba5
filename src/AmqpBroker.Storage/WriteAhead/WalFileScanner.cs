using System.Buffers;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Goes through the records of one file with large reads, and finds the next whole one behind bytes that are none.</summary>
/// <remarks>Confined to its user. Owns the file it is given.</remarks>
internal sealed class WalFileScanner : IDisposable
{
    private const int WindowSize = 1024 * 1024;

    private readonly IStorageFile _file;
    private readonly TolerantReader _reader;
    private readonly long _number;
    private readonly long _end;
    private byte[] _window = ArrayPool<byte>.Shared.Rent(WindowSize);
    private long _windowStart;
    private int _windowLength;

    /// <param name="file">The file, disposed with the scanner.</param>
    /// <param name="number">Its number, which the checksums depend on.</param>
    /// <param name="end">Offset at which to stop; the file's end at the latest.</param>
    public WalFileScanner(IStorageFile file, long number, long end)
    {
        _file = file;
        _reader = new TolerantReader(file);
        _number = number;
        _end = Math.Min(end, file.Length);
    }

    /// <summary>Where the next record is looked for.</summary>
    public long Offset { get; private set; } = WalFileHeader.Size;

    /// <summary>Offset behind the last page so far that the disk did not give; zero when it gave all.</summary>
    public long UnreadableEnd => _reader.UnreadableEnd;

    /// <summary>Takes the record that starts at <see cref="Offset"/> and moves behind it.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="payload">Its payload: borrowed, until the next call.</param>
    /// <returns>False when no whole record starts there; the offset stays.</returns>
    public bool TryRead(out byte kind, out ReadOnlySpan<byte> payload)
    {
        kind = 0;
        payload = default;
        if (!HasHeader(Offset, out var length))
        {
            return false;
        }

        var record = Fetch(Offset, (int)WalFormat.SizeOf(length));
        if (!WalFormat.IsWhole(record, _number, Offset))
        {
            return false;
        }

        kind = record[8];
        payload = record.Slice(WalFormat.RecordHeader, (int)length);
        Offset += record.Length;
        return true;
    }

    /// <summary>Moves on to the next whole record, which the next <see cref="TryRead"/> will give.</summary>
    /// <returns>False when there is none before the end; the offset stays.</returns>
    public bool TrySkipToNext()
    {
        for (var offset = Offset + WalFormat.Alignment; offset < _end; offset += WalFormat.Alignment)
        {
            if (HasHeader(offset, out var length) && WalFormat.IsWhole(Fetch(offset, (int)WalFormat.SizeOf(length)), _number, offset))
            {
                Offset = offset;
                return true;
            }
        }

        return false;
    }

    /// <summary>How much a write cut off at <see cref="Offset"/> can be seen to have left there; zero when nothing.</summary>
    /// <remarks>
    /// Writes are filled up with zeros to the end of their page; what lies behind that may be from a former life of the file.
    /// </remarks>
    public long MeasureTornWrite()
    {
        if (HasHeader(Offset, out var length))
        {
            return WalFormat.SizeOf(length);
        }

        var restOfPage = (int)(Math.Min(_end, PageEnd(Offset)) - Offset);
        return restOfPage <= 0 ? 0 : Fetch(Offset, restOfPage).LastIndexOfAnyExcept((byte)0) + 1;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        if (_window.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_window);
            _window = [];
        }
    }

    private static long PageEnd(long offset) => (offset + WalFileHeader.PageSize - 1) / WalFileHeader.PageSize * WalFileHeader.PageSize;

    private bool HasHeader(long offset, out uint length)
    {
        length = 0;
        return offset + WalFormat.RecordHeader <= _end
            && WalFormat.IsHeader(Fetch(offset, WalFormat.RecordHeader), _number, offset, out length)
            && offset + WalFormat.SizeOf(length) <= _end;
    }

    // Only ever asked for bytes before the end.
    private ReadOnlySpan<byte> Fetch(long offset, int length)
    {
        if (offset < _windowStart || offset + length > _windowStart + _windowLength)
        {
            Fill(offset, length);
        }

        return _window.AsSpan((int)(offset - _windowStart), length);
    }

    private void Fill(long offset, int length)
    {
        if (length > _window.Length)
        {
            ArrayPool<byte>.Shared.Return(_window);
            _window = [];
            _window = ArrayPool<byte>.Shared.Rent(length);
        }

        _windowStart = offset;
        _windowLength = (int)Math.Min(_window.Length, _end - offset);
        var read = _reader.Read(offset, _window.AsSpan(0, _windowLength));

        // A file that became shorter meanwhile reads as zeros, which are no record.
        _window.AsSpan(read, _windowLength - read).Clear();
    }
}
