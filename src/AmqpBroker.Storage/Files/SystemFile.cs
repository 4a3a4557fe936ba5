using Microsoft.Win32.SafeHandles;

namespace AmqpBroker.Storage.Files;

/// <summary>A file of the operating system. <see cref="RandomAccess"/>, so that a failing disk is an exception and not a signal.</summary>
internal sealed class SystemFile(string path, SafeFileHandle handle) : IStorageFile
{
    public string Path => path;

    public long Length
    {
        get
        {
            try
            {
                return RandomAccess.GetLength(handle);
            }
            catch (Exception error) when (FileErrors.IsFileError(error))
            {
                throw FileErrors.Explain(error, "measure", path);
            }
        }
    }

    public int Read(long offset, Span<byte> buffer)
    {
        try
        {
            var read = 0;
            while (read < buffer.Length)
            {
                var count = RandomAccess.Read(handle, buffer[read..], offset + read);
                if (count == 0)
                {
                    break;
                }

                read += count;
            }

            return read;
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "read", path);
        }
    }

    public void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        try
        {
            RandomAccess.Write(handle, bytes, offset);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "write", path);
        }
    }

    public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> blocks)
    {
        try
        {
            RandomAccess.Write(handle, blocks, offset);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "write", path);
        }
    }

    public void Sync()
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxFiles.SyncData(handle, path);
            return;
        }

        try
        {
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "sync", path);
        }
    }

    public void Preallocate(long length)
    {
        if (Length >= length)
        {
            return;
        }

        if (!OperatingSystem.IsLinux() || !LinuxFiles.TryAllocate(handle, path, length))
        {
            SetLength(length);
        }
    }

    public void Release(long offset, long length)
    {
        if (OperatingSystem.IsLinux())
        {
            LinuxFiles.TryPunch(handle, path, offset, length);
        }
    }

    public void SetLength(long length)
    {
        try
        {
            RandomAccess.SetLength(handle, length);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "resize", path);
        }
    }

    public void Dispose() => handle.Dispose();
}
