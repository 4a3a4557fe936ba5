namespace AmqpBroker.CrashTests.Storm;

/// <summary>What came from one queue.</summary>
/// <remarks>Confined to the ledger, which guards it.</remarks>
internal sealed class QueueLedger
{
    private readonly HashSet<StormMessage> _seen = [];
    private readonly Dictionary<(int Session, int Publisher), long> _lastFresh = [];
    private readonly Dictionary<(int Publisher, int Generation), (long First, long Last)> _freshRange = [];

    public HashSet<StormMessage> Acked { get; } = [];

    public long Deliveries { get; private set; }

    public long Redeliveries { get; private set; }

    public long AckedThatCameAgain { get; private set; }

    public bool HasSeen(StormMessage message) => _seen.Contains(message);

    /// <returns>The promise that this delivery breaks; null when none.</returns>
    public string? Add(StormSession session, StormMessage message, bool isRedelivered)
    {
        Deliveries++;
        var isFirst = _seen.Add(message);
        if (Acked.Contains(message))
        {
            AckedThatCameAgain++;
        }

        if (isRedelivered)
        {
            Redeliveries++;
            return null;
        }

        if (!isFirst)
        {
            return $"{message.Id} came again{(Acked.Contains(message) ? " after it was acknowledged" : string.Empty)}, not flagged";
        }

        return NoteFresh(session, message);
    }

    /// <summary>What was handed out before a kill is flagged after it, so what is not flagged was published later.</summary>
    public IEnumerable<string> FindDisorderAcrossKills() =>
        from publisher in _freshRange.GroupBy(range => range.Key.Publisher)
        let ranges = publisher.OrderBy(range => range.Key.Generation).ToList()
        from pair in ranges.Zip(ranges.Skip(1))
        where pair.Second.Value.First <= pair.First.Value.Last
        select $"{publisher.Key}-{pair.Second.Value.First} came not flagged after kill {pair.Second.Key.Generation}, "
            + $"{publisher.Key}-{pair.First.Value.Last} before it";

    private string? NoteFresh(StormSession session, StormMessage message)
    {
        var order = (session.Number, message.Publisher);
        var last = _lastFresh.GetValueOrDefault(order, -1);
        _lastFresh[order] = message.Sequence;
        var key = (message.Publisher, session.Generation);
        var range = _freshRange.GetValueOrDefault(key, (First: message.Sequence, Last: message.Sequence));
        _freshRange[key] = (Math.Min(range.First, message.Sequence), Math.Max(range.Last, message.Sequence));
        return message.Sequence > last ? null : $"{message.Id} came after {message.Publisher}-{last} on one connection, not flagged";
    }
}
