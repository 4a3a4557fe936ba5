namespace AmqpBroker.Server.Hosting;

/// <summary>Where the broker's data lies, and what a confirm of a persistent message promises.</summary>
public sealed class StorageOptions
{
    /// <summary>
    /// Directory of all data, created when missing; a relative path starts at the working directory. Null, which only code
    /// can say, keeps everything in memory: for test suites that run a broker of their own.
    /// </summary>
    public string? DataDirectory { get; set; } = "./data";

    /// <summary>What has happened to a persistent message before its publisher is told that it is safe.</summary>
    public Durability Durability { get; set; } = Durability.Fsync;
}
