using AmqpBroker.Storage.Files;

namespace AmqpBroker.Server.Tests.Harness;

/// <summary>The files of the system, which the test can have refuse everything that is written.</summary>
internal sealed class RefusingFiles : IStorageFiles
{
    private volatile bool _isFull;

    /// <summary>Whether the disk is full.</summary>
    public bool IsFull
    {
        get => _isFull;
        set => _isFull = value;
    }

    public IReadOnlyList<string> List(string directory) => SystemFiles.Instance.List(directory);

    public IStorageFile Open(string path, StorageFileMode mode)
    {
        if (mode is StorageFileMode.CreateNew)
        {
            Check(path);
        }

        return new RefusingFile(this, SystemFiles.Instance.Open(path, mode));
    }

    public void Delete(string path) => SystemFiles.Instance.Delete(path);

    public void Rename(string path, string newPath) => SystemFiles.Instance.Rename(path, newPath);

    public void SyncDirectory(string directory) => SystemFiles.Instance.SyncDirectory(directory);

    public void CreateDirectory(string directory) => SystemFiles.Instance.CreateDirectory(directory);

    public long FreeSpace(string directory) => SystemFiles.Instance.FreeSpace(directory);

    private void Check(string path)
    {
        if (IsFull)
        {
            throw new StorageFullException($"Cannot write {path}: no space left on the device.");
        }
    }

    private sealed class RefusingFile(RefusingFiles files, IStorageFile file) : IStorageFile
    {
        public string Path => file.Path;

        public long Length => file.Length;

        public int Read(long offset, Span<byte> buffer) => file.Read(offset, buffer);

        public void Write(long offset, ReadOnlySpan<byte> bytes)
        {
            files.Check(Path);
            file.Write(offset, bytes);
        }

        public void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> blocks)
        {
            files.Check(Path);
            file.Write(offset, blocks);
        }

        public void Sync() => file.Sync();

        public void Preallocate(long length)
        {
            files.Check(Path);
            file.Preallocate(length);
        }

        public void Release(long offset, long length) => file.Release(offset, length);

        public void SetLength(long length) => file.SetLength(length);

        public void Dispose() => file.Dispose();
    }
}
