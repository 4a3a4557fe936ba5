namespace AmqpBroker.Server.Hosting;

/// <summary>Where the broker's data lies, what a confirm of a persistent message promises, and how much may be used.</summary>
/// <remarks>A percentage is of the memory that .NET finds: the machine's, or three quarters of its container's limit.</remarks>
public sealed class StorageOptions
{
    /// <summary>
    /// Directory of all data, created when missing; a relative path starts at the working directory. Null, which only code
    /// can say, keeps everything in memory: for test suites that run a broker of their own.
    /// </summary>
    public string? DataDirectory { get; set; } = "./data";

    /// <summary>What has happened to a persistent message before its publisher is told that it is safe.</summary>
    public Durability Durability { get; set; } = Durability.Fsync;

    /// <summary>Memory for the messages of all queues, at least 16 MiB; what is beyond it is kept on disk.</summary>
    public ByteSize MemoryLimit { get; set; } = ByteSize.FromPercentage(40);

    /// <summary>Resident memory of the process from which on publishers wait. More than <see cref="MemoryLimit"/>.</summary>
    public ByteSize MemoryHighWatermark { get; set; } = ByteSize.FromPercentage(60);

    /// <summary>Publishers wait while less than this is free where <see cref="DataDirectory"/> lies; 0 for no limit.</summary>
    public ByteSize DiskFreeLimit { get; set; } = ByteSize.FromBytes(50_000_000);
}
