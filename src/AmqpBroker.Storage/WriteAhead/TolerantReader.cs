using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.WriteAhead;

/// <summary>Reads a file whatever the disk says: pages that it does not give read as zeros, which are no record.</summary>
/// <remarks>Confined to its user.</remarks>
internal sealed class TolerantReader(IStorageFile file)
{
    /// <summary>Offset behind the last page that the disk did not give; zero when it gave all.</summary>
    public long UnreadableEnd { get; private set; }

    /// <summary>Reads up to the length of <paramref name="buffer"/>; fewer bytes only at the end of the file.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        try
        {
            return file.Read(offset, buffer);
        }
        catch (IOException)
        {
            return ReadByPages(offset, buffer);
        }
    }

    private int ReadByPages(long offset, Span<byte> buffer)
    {
        var total = (int)Math.Clamp(file.Length - offset, 0, buffer.Length);
        for (var done = 0; done < total;)
        {
            var page = (int)Math.Min(total - done, WalFileHeader.PageSize - ((offset + done) % WalFileHeader.PageSize));
            ReadPage(offset + done, buffer.Slice(done, page));
            done += page;
        }

        return total;
    }

    private void ReadPage(long offset, Span<byte> page)
    {
        try
        {
            page[file.Read(offset, page)..].Clear();
        }
        catch (IOException)
        {
            page.Clear();
            UnreadableEnd = Math.Max(UnreadableEnd, offset + page.Length);
        }
    }
}
