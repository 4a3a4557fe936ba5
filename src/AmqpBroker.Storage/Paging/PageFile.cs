using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Paging;

/// <summary>One file of pages. Confined to the pager's writer, but for reading.</summary>
/// <param name="store">Whose file it is.</param>
/// <param name="file">The file; owned.</param>
internal sealed class PageFile(PageStore store, IStorageFile file) : IDisposable
{
    /// <summary>Whose file it is.</summary>
    public PageStore Store => store;

    /// <summary>Where the file is.</summary>
    public string Path => file.Path;

    /// <summary>Bytes given out so far, freed ones included.</summary>
    public long End { get; set; }

    /// <summary>Pages in use.</summary>
    public int Pages { get; set; }

    /// <summary>Writes a page's bytes.</summary>
    public void Write(long offset, ReadOnlySpan<byte> bytes) => file.Write(offset, bytes);

    /// <summary>Reads a page's bytes. Any thread.</summary>
    public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

    /// <summary>Gives the disk back what a freed page took, where the file system can.</summary>
    public void Release(Page page) => file.Release(page.Offset, page.Length);

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
