namespace AmqpBroker.Storage.Files;

/// <summary>An open file, read and written by position. Writes go to the system; only <see cref="Sync"/> makes them durable.</summary>
/// <remarks>
/// Reading is safe for any thread; writing is confined to one. Failures are as in <see cref="IStorageFiles"/>. After a
/// failed <see cref="Sync"/> nobody knows what of the file is on disk, and a later one that succeeds proves nothing:
/// write the bytes again to another file.
/// </remarks>
public interface IStorageFile : IDisposable
{
    /// <summary>The path it was opened with; it may have been renamed since.</summary>
    string Path { get; }

    /// <summary>Size in bytes, preallocated space included.</summary>
    long Length { get; }

    /// <summary>Reads up to the length of <paramref name="buffer"/>; fewer bytes only at the end of the file, zero behind it.</summary>
    int Read(long offset, Span<byte> buffer);

    /// <summary>Writes all bytes, growing the file as needed.</summary>
    void Write(long offset, ReadOnlySpan<byte> bytes);

    /// <summary>Writes several blocks of memory one behind the other, growing the file as needed.</summary>
    void Write(long offset, IReadOnlyList<ReadOnlyMemory<byte>> blocks);

    /// <summary>Makes what was written durable: the contents, and the length when it changed. Not the file's name.</summary>
    void Sync();

    /// <summary>Reserves disk space up to <paramref name="length"/> bytes, so that writing there cannot run out of it; new bytes read as zero.</summary>
    void Preallocate(long length);

    /// <summary>Gives back the disk space of a stretch that will not be read again, where the file system can; its bytes are undefined then.</summary>
    void Release(long offset, long length);

    /// <summary>Cuts or extends the file.</summary>
    void SetLength(long length);
}
