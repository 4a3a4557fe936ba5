using AmqpBroker.Storage.Files;

namespace AmqpBroker.Core.Nodes;

/// <summary>What operators want to know of the process and machine the broker runs on. Any thread.</summary>
public interface INodeEnvironment
{
    /// <summary>Where data lies; null when it is kept in memory.</summary>
    string? DataDirectory { get; }

    /// <summary>Resident memory from which on publishers wait, in bytes.</summary>
    long MemoryLimit { get; }

    /// <summary>Free space below which publishers wait, in bytes.</summary>
    long DiskFreeLimit { get; }

    /// <summary>The SASL mechanisms offered.</summary>
    IReadOnlyList<string> AuthMechanisms { get; }

    /// <summary>What has been read and written.</summary>
    FileActivity Files { get; }

    /// <summary>Bytes of the process that are in memory; 0 when the system does not say.</summary>
    long ReadResidentMemory();

    /// <summary>Bytes that can still be written where data lies; 0 when the system does not say, or nothing is written.</summary>
    long ReadFreeSpace();
}
