using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>What a first look at a file tells about its place in the log.</summary>
/// <param name="Number">Its number, from its name.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="FirstLsn">Where it starts, known from its header or, where that is damaged, from markers; null when it was never durably begun.</param>
/// <param name="LikelyFirstLsn">Where it would start by a marker that nothing confirms.</param>
/// <param name="HasHeader">Whether the header is good.</param>
/// <param name="DurableLsn">What the header says was durable before; zero without one.</param>
internal sealed record WalFoundFile(long Number, string Path, long Length, long? FirstLsn, long? LikelyFirstLsn, bool HasHeader, long DurableLsn)
{
    /// <summary>Looks at one file.</summary>
    /// <exception cref="StorageVersionException">A newer version wrote it.</exception>
    public static WalFoundFile Examine(IStorageFiles files, string directory, long number)
    {
        var path = System.IO.Path.Combine(directory, WalFileName.Of(number));
        var file = files.Open(path, StorageFileMode.Read);
        using var scanner = new WalFileScanner(file, number, long.MaxValue);
        Span<byte> bytes = stackalloc byte[WalFileHeader.Size];
        var read = file.Read(0, bytes);
        if (WalFileHeader.TryRead(bytes[..read], out var version, out var header))
        {
            if (version > WalFormat.Version)
            {
                throw new StorageVersionException(path, version, WalFormat.Version);
            }

            // The header of a former life is as good as none.
            if (version == WalFormat.Version && header.Number == number)
            {
                return new WalFoundFile(number, path, file.Length, header.FirstLsn, header.FirstLsn, HasHeader: true, header.DurableLsn);
            }
        }

        var (first, isProven) = FindStart(scanner);
        return new WalFoundFile(number, path, file.Length, isProven ? first : null, first, HasHeader: false, DurableLsn: 0);
    }

    // Only a marker that names a durable position behind the file's start proves that the file was once durably begun, and that its
    // header is damaged rather than torn.
    private static (long? First, bool IsProven) FindStart(WalFileScanner scanner)
    {
        long? first = null;
        do
        {
            var offset = scanner.Offset;
            while (scanner.TryRead(out var kind, out var payload))
            {
                if (WalMarker.TryRead(kind, payload, out var marker))
                {
                    first ??= marker.Lsn - (offset - WalFileHeader.Size);
                    if (marker.DurableLsn > first)
                    {
                        return (first, true);
                    }
                }

                offset = scanner.Offset;
            }
        }
        while (scanner.TrySkipToNext());

        return (first, false);
    }
}
