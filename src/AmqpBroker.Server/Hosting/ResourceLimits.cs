namespace AmqpBroker.Server.Hosting;

/// <summary>From which figures on publishers must wait.</summary>
/// <param name="MemoryHighWatermark">Resident memory of the process, in bytes.</param>
/// <param name="DataDirectory">Where free space counts; null when nothing is written.</param>
/// <param name="DiskFreeLimit">Free space there, in bytes.</param>
internal sealed record ResourceLimits(long MemoryHighWatermark, string? DataDirectory, long DiskFreeLimit)
{
    /// <summary>Takes them from the options.</summary>
    /// <param name="options">Valid options.</param>
    /// <param name="memory">The memory there is, in bytes.</param>
    public static ResourceLimits From(StorageOptions options, long memory) =>
        new(options.MemoryHighWatermark.ToBytes(memory), options.DataDirectory, options.DiskFreeLimit.ToBytes(memory));
}
