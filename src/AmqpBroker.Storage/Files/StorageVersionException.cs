namespace AmqpBroker.Storage.Files;

/// <summary>A file was written by a newer version, in a format this one does not know. Nothing has been changed.</summary>
/// <param name="path">The file.</param>
/// <param name="version">Its format version.</param>
/// <param name="supported">The newest format version known here.</param>
public sealed class StorageVersionException(string path, long version, long supported)
    : IOException($"{path} has format version {version}, this broker reads up to {supported}. Start the newer broker that wrote it.")
{
    /// <summary>The file.</summary>
    public string Path { get; } = path;

    /// <summary>Its format version.</summary>
    public long Version { get; } = version;
}
