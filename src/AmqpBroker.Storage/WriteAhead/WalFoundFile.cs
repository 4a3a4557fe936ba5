using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>What a first look at a file tells about its place in the log.</summary>
/// <param name="Number">Its number, from its name.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="FirstLsn">Where it starts, known from its header or, where that is damaged, from a marker; null without both.</param>
/// <param name="HasHeader">Whether the header is good.</param>
/// <param name="HasRecords">Whether there is a record in it, or may be in pages that the disk does not give. Looked for only where the header is damaged.</param>
/// <param name="DurableLsn">What the header says was durable before; zero without one.</param>
internal sealed record WalFoundFile(long Number, string Path, long Length, long? FirstLsn, bool HasHeader, bool HasRecords, long DurableLsn)
{
    /// <summary>Looks at one file.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote it.</exception>
    public static WalFoundFile Examine(IStorageFiles files, string directory, long number)
    {
        var path = System.IO.Path.Combine(directory, WalFileName.Of(number));
        var file = files.Open(path, StorageFileMode.Read);
        using var scanner = new WalFileScanner(file, number, long.MaxValue);
        Span<byte> bytes = stackalloc byte[WalFileHeader.Size];
        var reader = new TolerantReader(file);
        var read = reader.Read(0, bytes);
        WalFileHeader.EnsureKnownVersion(path, bytes[..read]);

        // The header of a former life is as good as none.
        if (WalFileHeader.TryRead(bytes[..read], out var version, out var header) && version == WalFormat.Version && header.Number == number)
        {
            return new WalFoundFile(number, path, file.Length, header.FirstLsn, HasHeader: true, HasRecords: true, header.DurableLsn);
        }

        var first = FindStart(scanner, out var hasRecords);
        return new WalFoundFile(number, path, file.Length, first, HasHeader: false, hasRecords || reader.UnreadableEnd > 0 || scanner.UnreadableEnd > 0, DurableLsn: 0);
    }

    private static long? FindStart(WalFileScanner scanner, out bool hasRecords)
    {
        hasRecords = false;
        do
        {
            var offset = scanner.Offset;
            while (scanner.TryRead(out var kind, out var payload))
            {
                hasRecords = true;
                if (WalMarker.TryRead(kind, payload, out var marker))
                {
                    return marker.Lsn - (offset - WalFileHeader.Size);
                }

                offset = scanner.Offset;
            }
        }
        while (scanner.TrySkipToNext());

        return null;
    }
}
