namespace AmqpBroker.Server.Hosting;

/// <summary>What the resource monitor asks of the machine; tests put their own in its place.</summary>
internal interface IResourceFigures
{
    /// <summary>Bytes of this process that are in memory.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    long ResidentMemory();

    /// <summary>Bytes that can still be written where <paramref name="directory"/> lies.</summary>
    /// <exception cref="IOException">The system does not say.</exception>
    long FreeSpace(string directory);

    /// <summary>Gives memory that is not in use back to the system, as far as that goes; may take a while.</summary>
    void ReturnUnusedMemory();
}
