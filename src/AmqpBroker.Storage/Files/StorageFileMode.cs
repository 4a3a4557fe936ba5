namespace AmqpBroker.Storage.Files;

/// <summary>How <see cref="IStorageFiles.Open"/> treats a file that is, or is not, there.</summary>
public enum StorageFileMode
{
    /// <summary>It must exist; for reading only.</summary>
    Read,

    /// <summary>It must exist; for reading and writing.</summary>
    Open,

    /// <summary>Opened, or created empty.</summary>
    OpenOrCreate,

    /// <summary>Created; it must not exist.</summary>
    CreateNew,
}
