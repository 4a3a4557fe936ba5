namespace AmqpBroker.Storage.Files;

/// <summary>The files of the operating system. Has no state.</summary>
public sealed class SystemFiles : IStorageFiles
{
    /// <summary>The only one there needs to be.</summary>
    public static SystemFiles Instance { get; } = new();

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory)
    {
        try
        {
            string[] names = [.. new DirectoryInfo(directory).EnumerateFiles().Select(file => file.Name)];
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "list", directory);
        }
    }

    /// <inheritdoc/>
    public IStorageFile Open(string path, StorageFileMode mode)
    {
        try
        {
            var access = mode == StorageFileMode.Read ? FileAccess.Read : FileAccess.ReadWrite;
            return new SystemFile(path, File.OpenHandle(path, ToFileMode(mode), access, FileShare.ReadWrite | FileShare.Delete));
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "open", path);
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Neither is the file there then.
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "delete", path);
        }
    }

    /// <inheritdoc/>
    public void Rename(string path, string newPath)
    {
        try
        {
            File.Move(path, newPath, overwrite: true);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, $"rename to {Path.GetFileName(newPath)}", path);
        }
    }

    /// <inheritdoc/>
    public void SyncDirectory(string directory)
    {
        // Elsewhere a directory cannot be synced; the file systems there keep the order of names by themselves.
        if (OperatingSystem.IsLinux())
        {
            LinuxFiles.SyncDirectory(directory);
        }
    }

    /// <inheritdoc/>
    public void CreateDirectory(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "create", directory);
        }
    }

    /// <inheritdoc/>
    public long FreeSpace(string directory)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(directory)).AvailableFreeSpace;
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Explain(error, "ask for the free space of", directory);
        }
    }

    private static FileMode ToFileMode(StorageFileMode mode) => mode switch
    {
        StorageFileMode.Read or StorageFileMode.Open => FileMode.Open,
        StorageFileMode.OpenOrCreate => FileMode.OpenOrCreate,
        StorageFileMode.CreateNew => FileMode.CreateNew,
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, message: null),
    };
}
