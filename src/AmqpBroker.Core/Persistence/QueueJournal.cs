namespace AmqpBroker.Core.Persistence;

/// <summary>What one queue tells the journal, outside the queue's lock. Published: never changes once made.</summary>
/// <param name="journal">The journal; null where nothing is kept.</param>
/// <param name="queueId">The queue's id in it.</param>
internal readonly struct QueueJournal(MessageJournal? journal, long queueId)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => journal is not null;

    /// <summary>Takes positions that are settled next, for <see cref="Write"/>; null where nothing is kept.</summary>
    public SettledPositions? Collect() => journal is null ? null : SettledPositions.Rent();

    /// <summary>Writes what was collected.</summary>
    public void Write(SettledPositions? settled)
    {
        if (settled is not null && journal is not null)
        {
            settled.WriteTo(journal, queueId);
        }
    }

    /// <summary>Writes that the messages before a position are gone, but some.</summary>
    public void WritePurge(long before, ReadOnlySpan<long> survivors) => journal?.Purged(queueId, before, survivors);
}
