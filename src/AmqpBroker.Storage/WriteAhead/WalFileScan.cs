using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>What a file was found to hold when it was read through.</summary>
internal sealed class WalFileScan
{
    private WalFileScan()
    {
    }

    /// <summary>Whole records, markers left out.</summary>
    public long Records { get; private set; }

    /// <summary>Bytes of whole records, markers included.</summary>
    public long Bytes { get; private set; }

    /// <summary>Offset behind the last whole record.</summary>
    public long EndOffset { get; private set; } = WalFileHeader.Size;

    /// <summary>Highest position that a marker in it names as durable.</summary>
    public long DurableLsn { get; private set; }

    /// <summary>Bytes a write that was cut off left behind the last whole record.</summary>
    public long TornBytes { get; private set; }

    /// <summary>Offset behind the last page that the disk did not give; zero when it gave all.</summary>
    public long UnreadableEnd { get; private set; }

    /// <summary>Places between whole records that hold none.</summary>
    public List<BadRange> BadRanges { get; } = [];

    /// <summary>Reads a file up to the offset where the next one takes over.</summary>
    public static WalFileScan Read(IStorageFiles files, WalFoundFile file, long end)
    {
        var scan = new WalFileScan();
        using var scanner = new WalFileScanner(files.Open(file.Path, StorageFileMode.Read), file.Number, end);
        while (true)
        {
            scan.ReadWhole(scanner);
            if (!scanner.TrySkipToNext())
            {
                scan.TornBytes = scanner.MeasureTornWrite();
                scan.UnreadableEnd = scanner.UnreadableEnd;
                return scan;
            }

            scan.BadRanges.Add(new BadRange(scan.EndOffset, scanner.Offset - scan.EndOffset));
        }
    }

    private void ReadWhole(WalFileScanner scanner)
    {
        var start = scanner.Offset;
        while (scanner.TryRead(out var kind, out var payload))
        {
            if (WalMarker.TryRead(kind, payload, out var marker))
            {
                DurableLsn = Math.Max(DurableLsn, marker.DurableLsn);
            }
            else
            {
                Records++;
            }
        }

        Bytes += scanner.Offset - start;
        EndOffset = scanner.Offset;
    }

    /// <summary>A place that holds no whole record, with others behind it.</summary>
    /// <param name="Offset">Where it starts.</param>
    /// <param name="Length">Bytes to the next whole record.</param>
    internal readonly record struct BadRange(long Offset, long Length);
}
