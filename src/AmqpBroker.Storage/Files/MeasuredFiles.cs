namespace AmqpBroker.Storage.Files;

/// <summary>Files whose reads, writes and syncs are counted: each is a call of the system, beside which counting is nothing.</summary>
/// <param name="files">The files.</param>
/// <param name="activity">Takes the counts.</param>
public sealed class MeasuredFiles(IStorageFiles files, FileActivity activity) : IStorageFiles
{
    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory) => files.List(directory);

    /// <inheritdoc/>
    public IStorageFile Open(string path, StorageFileMode mode) => new MeasuredFile(files.Open(path, mode), activity);

    /// <inheritdoc/>
    public void Delete(string path) => files.Delete(path);

    /// <inheritdoc/>
    public void Rename(string path, string newPath) => files.Rename(path, newPath);

    /// <inheritdoc/>
    public void SyncDirectory(string directory) => files.SyncDirectory(directory);

    /// <inheritdoc/>
    public void CreateDirectory(string directory) => files.CreateDirectory(directory);

    /// <inheritdoc/>
    public long FreeSpace(string directory) => files.FreeSpace(directory);
}
