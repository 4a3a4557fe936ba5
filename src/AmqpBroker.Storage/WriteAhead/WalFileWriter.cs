using System.Diagnostics;
using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Writes one file of the log from its first byte to its last. Confined to the log's writer.</summary>
internal sealed class WalFileWriter : IDisposable
{
    private readonly IStorageFile _file;
    private readonly long _capacity;
    private long _offset = WalFileHeader.Size;

    private WalFileWriter(IStorageFile file, WalFileHeader header)
    {
        _file = file;
        _capacity = file.Length;
        Number = header.Number;
        FirstLsn = header.FirstLsn;
    }

    public long Number { get; }

    public long FirstLsn { get; }

    /// <summary>Whether any record has been written to it.</summary>
    public bool HasRecords => _offset > WalFileHeader.Size;

    /// <summary>Writes the header of a file that has its full length already, makes it durable, and takes the file over.</summary>
    public static WalFileWriter Start(IStorageFile file, WalFileHeader header)
    {
        // A whole page, as every write: the rest of what was there before must not have to be read.
        var page = new byte[Math.Min(WalFileHeader.PageSize, file.Length)];
        header.Write(page);
        file.Write(0, page);
        file.Sync();
        return new WalFileWriter(file, header);
    }

    /// <summary>Writes as many records of a chunk as fit, giving each its checksum.</summary>
    /// <param name="chunk">The records.</param>
    /// <param name="from">Where in it to start: at a record.</param>
    /// <param name="durableLsn">What is durable now, for the markers among them.</param>
    /// <returns>Bytes of records written; fewer than there are when the file is full.</returns>
    public int Write(PendingChunk chunk, int from, long durableLsn)
    {
        Debug.Assert(chunk.FirstLsn + from == FirstLsn + _offset - WalFileHeader.Size, "position and sequence number have parted");
        var to = Seal(chunk, from, durableLsn);
        if (to > from)
        {
            var end = _offset + to - from;
            var padding = to == chunk.Used ? PaddingBehind(end) : 0;
            _file.Write(_offset, chunk.Slice(from, to, padding));
            _offset = end;
        }

        return to - from;
    }

    public void Sync() => _file.Sync();

    public void Dispose() => _file.Dispose();

    private int Seal(PendingChunk chunk, int from, long durableLsn)
    {
        var position = from;
        while (position < chunk.Used)
        {
            var record = chunk.RecordAt(position);
            var offset = _offset + position - from;
            if (offset + record.Length > _capacity)
            {
                break;
            }

            if (record[8] == WalFormat.MarkerKind)
            {
                new WalMarker(chunk.FirstLsn + position, durableLsn).Write(record[WalFormat.RecordHeader..]);
            }

            WalFormat.Seal(record, Number, offset);
            position += record.Length;
        }

        return position;
    }

    private int PaddingBehind(long end)
    {
        var pageEnd = (end + WalFileHeader.PageSize - 1) / WalFileHeader.PageSize * WalFileHeader.PageSize;
        return (int)(Math.Min(pageEnd, _capacity) - end);
    }
}
