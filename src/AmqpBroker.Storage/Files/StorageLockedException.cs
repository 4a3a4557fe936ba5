namespace AmqpBroker.Storage.Files;

/// <summary>Another process holds the data directory.</summary>
/// <param name="directory">The directory.</param>
/// <param name="processId">Who holds it, when that could be read.</param>
public sealed class StorageLockedException(string directory, int? processId)
    : IOException($"The data directory {directory} is in use by {Name(processId)}. Stop it, or choose another directory.")
{
    /// <summary>The directory asked for.</summary>
    public string Directory { get; } = directory;

    /// <summary>The process that holds it; null when unknown.</summary>
    public int? ProcessId { get; } = processId;

    private static string Name(int? processId) => processId is { } id ? $"process {id}" : "another process";
}
