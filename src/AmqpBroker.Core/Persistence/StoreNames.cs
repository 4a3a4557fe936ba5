namespace AmqpBroker.Core.Persistence;

/// <summary>Where what lies in a data directory.</summary>
internal sealed class StoreNames(string directory)
{
    /// <summary>Name of the file that bounds the positions given out.</summary>
    public const string PositionBoundFile = "positions.bound";

    /// <summary>Directory of the metadata: its snapshots, and the journal's directory.</summary>
    public string Metadata { get; } = Path.Combine(directory, "metadata");

    /// <summary>Directory of the metadata's write-ahead log.</summary>
    public string MetadataJournal { get; } = Path.Combine(directory, "metadata", "journal");

    /// <summary>Directory of the messages' write-ahead log.</summary>
    public string Messages { get; } = Path.Combine(directory, "messages");

    /// <summary>The file of the delivered marks.</summary>
    public string Marks { get; } = Path.Combine(directory, "delivered.marks");

    /// <summary>The file that bounds the positions given out.</summary>
    public string PositionBound { get; } = Path.Combine(directory, PositionBoundFile);

    /// <summary>Directory of what does not fit into memory, which belongs to one run of the process.</summary>
    public string Pages { get; } = Path.Combine(directory, "pages");
}
