namespace AmqpBroker.Storage.Paging;

/// <summary>A stretch of a page file that holds one segment's bytes. Never changed.</summary>
/// <param name="File">The file.</param>
/// <param name="Offset">Where it begins, in bytes.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Checksum">CRC-32C of them, kept in memory only: pages do not outlive the process.</param>
internal sealed record Page(PageFile File, long Offset, int Length, uint Checksum)
{
    /// <summary>Says that it is not needed any more. Any thread, under any lock.</summary>
    public void Free() => File.Store.Free(this);
}
