namespace AmqpBroker.Core.Persistence;

/// <summary>What the journal says of one queue, gathered over all its files before any message is put back.</summary>
internal sealed class QueueJournalState
{
    private readonly HashSet<long> _settled = [];
    private readonly Dictionary<long, int> _returned = [];
    private long _purgedBefore;

    /// <summary>Messages that stand in the journal behind others with higher positions, to be put back in their places.</summary>
    public SortedDictionary<long, byte[]> Late { get; } = [];

    /// <summary>Messages that were said to be done with before they came: said again, since the file that says so may go before theirs.</summary>
    public List<long> SettledBefore { get; } = [];

    /// <summary>Behind the highest position seen.</summary>
    public long End { get; private set; }

    /// <summary>Notes a message; false when it comes out of order, and belongs into <see cref="Late"/>.</summary>
    public bool NoteEnqueued(long position)
    {
        if (position < End)
        {
            return false;
        }

        End = position + 1;
        return true;
    }

    public void NoteSettled(long position)
    {
        _settled.Add(position);
        End = Math.Max(End, position + 1);
    }

    /// <summary>Notes how often a message came back.</summary>
    public void NoteReturned(long position, int failedDeliveries)
    {
        // It only grows, and records may be out of order.
        _returned[position] = Math.Max(failedDeliveries, _returned.GetValueOrDefault(position));
        End = Math.Max(End, position + 1);
    }

    /// <summary>How often a message came back.</summary>
    public int CountFailed(long position) => _returned.GetValueOrDefault(position);

    /// <summary>The live messages that came back: the position of each, and behind it how often.</summary>
    public long[] LiveReturned() => [.. _returned.Where(entry => IsLive(entry.Key)).SelectMany(static entry => (long[])[entry.Key, entry.Value])];

    /// <summary>Notes that all before a position were dropped but for some that were still delivered.</summary>
    /// <remarks>
    /// What an earlier purge left has been settled since, which has records of its own, or was requeued and dropped by a
    /// later purge, perhaps of nothing but that: then only what both of them left is still there.
    /// </remarks>
    public void NotePurged(long before, ReadOnlySpan<long> survivors)
    {
        var kept = new HashSet<long>(survivors.ToArray());
        kept.ExceptWith(_settled);
        if (before > _purgedBefore)
        {
            _purgedBefore = before;
            Survivors = kept;
        }
        else if (before == _purgedBefore)
        {
            Survivors.IntersectWith(kept);
        }

        End = Math.Max(End, before);
    }

    public bool IsLive(long position) =>
        !_settled.Contains(position) && (position >= _purgedBefore || Survivors.Contains(position));

    private HashSet<long> Survivors { get; set; } = [];
}
