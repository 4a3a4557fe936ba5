using System.Diagnostics;

namespace AmqpBroker.Storage.Files;

/// <summary>A file whose reads, writes and syncs are counted.</summary>
internal sealed class MeasuredFile(IStorageFile file, FileActivity activity) : IStorageFile
{
    public string Path => file.Path;

    public long Length => file.Length;

    public int Read(long offset, Span<byte> buffer)
    {
        var started = Stopwatch.GetTimestamp();
        var read = file.Read(offset, buffer);
        activity.Read(started, read);
        return read;
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        var started = Stopwatch.GetTimestamp();
        file.Write(offset, bytes);
        activity.Wrote(started, bytes.Length);
    }

    public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> blocks)
    {
        var started = Stopwatch.GetTimestamp();
        file.Write(offset, blocks);
        var length = 0L;
        for (var i = 0; i < blocks.Count; i++)
        {
            length += blocks[i].Length;
        }

        activity.Wrote(started, length);
    }

    public void Sync()
    {
        var started = Stopwatch.GetTimestamp();
        file.Sync();
        activity.Synced(started);
    }

    public void Preallocate(long length) => file.Preallocate(length);

    public void Release(long offset, long length) => file.Release(offset, length);

    public void SetLength(long length) => file.SetLength(length);

    public void Dispose() => file.Dispose();
}
