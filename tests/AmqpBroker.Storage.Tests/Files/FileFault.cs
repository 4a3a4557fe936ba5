using AmqpBroker.Storage.Files;

namespace AmqpBroker.Storage.Tests.Files;

/// <summary>A failure to come: after some calls of an operation, for some calls.</summary>
internal sealed class FileFault(FileOperation operation, bool isFull)
{
    /// <summary>Calls that still succeed.</summary>
    public required int After { get; set; }

    /// <summary>Calls that then fail.</summary>
    public required int Times { get; set; }

    public void Enter(FileOperation current, string path)
    {
        if (current != operation || Times == 0)
        {
            return;
        }

        if (After > 0)
        {
            After--;
            return;
        }

        Times--;
        throw isFull ? new StorageFullException($"{path}: no space") : new IOException($"{path}: input/output error");
    }
}
