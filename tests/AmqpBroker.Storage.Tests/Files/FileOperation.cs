namespace AmqpBroker.Storage.Tests.Files;

/// <summary>What <see cref="FaultyFiles"/> can be told to fail, and counts.</summary>
public enum FileOperation
{
    Create,
    Write,
    Sync,
    Preallocate,
    Rename,
    Delete,
    SyncDirectory,
}
