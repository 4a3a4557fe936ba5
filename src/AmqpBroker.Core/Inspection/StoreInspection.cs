using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Inspection;

/// <summary>What a data directory holds. Found without changing anything, and at one moment: a running broker goes on meanwhile.</summary>
public sealed record StoreInspection
{
    /// <summary>The directory.</summary>
    public required string Directory { get; init; }

    /// <summary>Whether a process holds it.</summary>
    public required bool IsInUse { get; init; }

    /// <summary>Which one; null when there is none, or that cannot be told.</summary>
    public required int? ProcessId { get; init; }

    /// <summary>Format version of the logs.</summary>
    public int FormatVersion { get; } = WriteAheadLog.FormatVersion;

    /// <summary>Files of the metadata.</summary>
    public required IReadOnlyList<InspectedFile> MetadataFiles { get; init; }

    /// <summary>Files of the messages, the delivered marks included.</summary>
    public required IReadOnlyList<InspectedFile> MessageFiles { get; init; }

    /// <summary>Durable exchanges.</summary>
    public required int Exchanges { get; init; }

    /// <summary>Bindings between durable ends.</summary>
    public required int Bindings { get; init; }

    /// <summary>Durable queues, by virtual host and name.</summary>
    public required IReadOnlyList<InspectedQueue> Queues { get; init; }

    /// <summary>What was lost or cannot be read, in sentences. Empty when everything that was ever confirmed is there, as far as can be seen.</summary>
    public required IReadOnlyList<string> Damage { get; init; }

    /// <summary>What else there is to know: ends of writes that were cut off, bytes set aside earlier.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
