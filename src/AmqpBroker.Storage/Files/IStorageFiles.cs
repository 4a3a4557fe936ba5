namespace AmqpBroker.Storage.Files;

/// <summary>The one way to files: whatever the broker keeps on disk goes through here, so that tests can tear, fail and fill a disk.</summary>
/// <remarks>
/// Safe for any thread. Every failure is an <see cref="IOException"/> that names the path; a full disk is a
/// <see cref="StorageFullException"/>. Nothing is durable before <see cref="IStorageFile.Sync"/> (contents) and
/// <see cref="SyncDirectory"/> (names) have returned.
/// </remarks>
public interface IStorageFiles
{
    /// <summary>Names, without their directory, of the files in a directory, in ordinal order; none when it does not exist.</summary>
    IReadOnlyList<string> List(string directory);

    /// <summary>Opens a file. The caller owns it.</summary>
    IStorageFile Open(string path, StorageFileMode mode);

    /// <summary>Deletes a file; one that is not there is no error.</summary>
    void Delete(string path);

    /// <summary>Renames a file, replacing the one at <paramref name="newPath"/> if there is any.</summary>
    void Rename(string path, string newPath);

    /// <summary>Makes the names in a directory durable: files created, renamed and deleted in it.</summary>
    void SyncDirectory(string directory);

    /// <summary>Creates a directory with those above it; one that exists is no error.</summary>
    void CreateDirectory(string directory);

    /// <summary>Bytes that can still be written to the file system holding <paramref name="directory"/>.</summary>
    long FreeSpace(string directory);
}
