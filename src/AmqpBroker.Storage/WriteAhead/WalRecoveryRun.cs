using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>One reading of all files of a log, from the oldest to the newest. Used once.</summary>
/// <remarks>
/// A file counts up to where the next one starts, since after a failed write the next file repeats what was not durable. The last file counts
/// up to its last whole record: what nothing proves durable behind it is a write that was cut off.
/// <para>
/// Only that last one has to be read to know where the log goes on. A run that is cut short (<paramref name="isShort"/>) takes the others to be
/// whole and counts nothing; whoever reads them later passes over damage.
/// </para>
/// </remarks>
/// <param name="directory">The log's directory.</param>
/// <param name="files">The way to the files.</param>
/// <param name="setsDamageAside">Whether damaged bytes are copied.</param>
/// <param name="isShort">Whether only the end of the log is read.</param>
/// <param name="lastNumber">The last file that is looked at.</param>
internal sealed class WalRecoveryRun(
    string directory, IStorageFiles files, bool setsDamageAside, bool isShort = false, long lastNumber = long.MaxValue)
{
    private readonly List<WalFileInfo> _files = [];
    private readonly List<WalDamage> _damage = [];
    private readonly List<WalGap> _gaps = [];
    private readonly List<string> _foreignFiles = [];
    private WalTornTail? _tornTail;
    private WalFoundFile? _lastUsed;
    private long _lastUsedEndOffset;
    private long _records;
    private long _bytes;
    private long _endLsn;
    private long _durableLsn;

    public WalRecoveryReport Execute()
    {
        var found = Find();
        for (var i = 0; i < found.Count; i++)
        {
            var limit = found.Skip(i + 1).FirstOrDefault(file => file.FirstLsn is not null)?.FirstLsn;
            Read(found[i], limit);
        }

        return new WalRecoveryReport
        {
            Files = _files,
            Records = _records,
            Bytes = _bytes,
            EndLsn = Math.Max(_endLsn, _durableLsn),
            TornTail = _tornTail,
            Damage = _damage,
            Gaps = _gaps,
            ForeignFiles = _foreignFiles,
        };
    }

    private List<WalFoundFile> Find()
    {
        var numbers = new List<long>();
        foreach (var name in files.List(directory))
        {
            if (WalFileName.TryParse(name, out var number))
            {
                if (number <= lastNumber)
                {
                    numbers.Add(number);
                }
            }
            else if (!WalFileName.TryParseSpare(name, out _))
            {
                _foreignFiles.Add(name);
            }
        }

        numbers.Sort();
        return numbers.ConvertAll(number => WalFoundFile.Examine(files, directory, number));
    }

    private void Read(WalFoundFile file, long? limit)
    {
        var first = StartOf(file);
        if (!file.HasRecords || first >= limit)
        {
            _files.Add(new WalFileInfo(file.Number, Math.Min(first, limit ?? first), Bytes: 0, IsCurrent: false));
            return;
        }

        if (isShort && limit is not null)
        {
            TakeForWhole(file, first, limit.Value);
            return;
        }

        NoteMissing(file, first);
        if (!file.HasHeader)
        {
            AddDamage(file, 0, WalFileHeader.Size);
        }

        _durableLsn = Math.Max(_durableLsn, file.DurableLsn);
        var scan = WalFileScan.Read(files, file, limit is null ? long.MaxValue : limit.Value - first + WalFileHeader.Size);
        _durableLsn = Math.Max(_durableLsn, scan.DurableLsn);
        var endOffset = limit is null ? ReadLast(file, first, scan) : ReadUpToNext(file, scan);
        _endLsn = first + endOffset - WalFileHeader.Size;
        _files.Add(new WalFileInfo(file.Number, first, endOffset - WalFileHeader.Size, IsCurrent: false));
        _lastUsed = file;
        _lastUsedEndOffset = endOffset;
    }

    private void TakeForWhole(WalFoundFile file, long first, long limit)
    {
        _endLsn = Math.Min(limit, first + file.Length - WalFileHeader.Size);
        _files.Add(new WalFileInfo(file.Number, first, _endLsn - first, IsCurrent: false));
        _lastUsed = file;
        _lastUsedEndOffset = _endLsn - first + WalFileHeader.Size;
    }

    // A header is durable before the first record is written. Records behind a bad one therefore were begun properly, and without a
    // marker among them they are the rest of a group that began in the file before.
    private long StartOf(WalFoundFile file) => file.FirstLsn ?? _endLsn;

    private void NoteMissing(WalFoundFile file, long first)
    {
        if (_lastUsed is null || first <= _endLsn)
        {
            return;
        }

        var previous = _files[^1].Number;
        if (file.Number > previous + 1)
        {
            _gaps.Add(new WalGap(previous + 1, file.Number - 1, _endLsn, first));
        }
        else
        {
            AddDamage(_lastUsed, _lastUsedEndOffset, first - _endLsn);
        }
    }

    private long ReadUpToNext(WalFoundFile file, WalFileScan scan)
    {
        // A whole record behind it says that a later write came through: damage, or the rest of a group that a failing machine wrote in
        // part. Nothing tells these apart, and records of one group do not rest on each other: what follows counts.
        foreach (var range in scan.BadRanges)
        {
            AddDamage(file, range.Offset, range.Length);
        }

        _records += scan.Records;
        _bytes += scan.Bytes;
        return scan.EndOffset;
    }

    private long ReadLast(WalFoundFile file, long first, WalFileScan scan)
    {
        var end = ReadUpToNext(file, scan);
        var durable = Math.Max(_durableLsn - first + WalFileHeader.Size, scan.UnreadableEnd);
        if (end < durable)
        {
            AddDamage(file, end, durable - end);
        }
        else if (scan.TornBytes > 0)
        {
            _tornTail = new WalTornTail(file.Number, end, scan.TornBytes);
        }

        return end;
    }

    private void AddDamage(WalFoundFile file, long offset, long length)
    {
        var copy = setsDamageAside ? DamagedBytes.TryCopy(files, directory, file, offset, length) : null;
        _damage.Add(new WalDamage(file.Number, offset, length, copy));
    }
}
