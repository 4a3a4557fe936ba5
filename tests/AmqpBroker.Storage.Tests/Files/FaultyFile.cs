using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Tests.Files;

/// <summary>An open file of <see cref="FaultyFiles"/>.</summary>
internal sealed class FaultyFile(FaultyFiles files, string path, FaultyContent content, bool isReadOnly) : IStorageFile
{
    private bool _isClosed;

    public string Path => path;

    public long Length => files.Locked(() => content.Length);

    public int Read(long offset, Span<byte> buffer)
    {
        files.WaitForReading(path, buffer.Length);
        lock (files.Lock)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return content.Read(offset, buffer);
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        lock (files.Lock)
        {
            AssertWritable();
            try
            {
                files.Enter(FileOperation.Write, path);
            }
            catch (IOException)
            {
                // A failing write leaves what it got done.
                content.Write(offset, bytes[..(bytes.Length / 2)]);
                throw;
            }

            files.Reserve(Math.Max(0, offset + bytes.Length - content.Length), path);
            content.Write(offset, bytes);
        }
    }

    public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> blocks) =>
        Write(offset, blocks.SelectMany(block => block.ToArray()).ToArray());

    public void Sync()
    {
        files.WaitForGate(path);
        lock (files.Lock)
        {
            try
            {
                files.Enter(FileOperation.Sync, path);
            }
            catch (IOException)
            {
                content.LoseUnsynced();
                throw;
            }

            content.Sync();
        }
    }

    public void Preallocate(long length)
    {
        lock (files.Lock)
        {
            AssertWritable();
            files.Enter(FileOperation.Preallocate, path);
            var missing = Math.Max(0, length - content.Length);
            files.Reserve(missing, path);
            content.SetLength(content.Length + missing);
        }
    }

    public void Release(long offset, long length)
    {
        lock (files.Lock)
        {
            AssertWritable();
            content.Write(offset, new byte[length]);
        }
    }

    public void SetLength(long length)
    {
        lock (files.Lock)
        {
            AssertWritable();
            content.SetLength(length);
        }
    }

    public void Dispose() => _isClosed = true;

    private void AssertWritable()
    {
        if (isReadOnly || _isClosed)
        {
            throw new InvalidOperationException($"{path} is not open for writing");
        }
    }
}
