namespace AmqpBroker.Core.Statistics;

/// <summary>The sums over many things, those included that are gone. Guarded by the timeline.</summary>
public sealed class StatTotals
{
    private readonly long[] _values = new long[StatSet.All.Count];

    internal StatTotals(StatTimeline timeline) => History = new StatHistory(StatSet.All, timeline, isGlobal: true);

    /// <summary>How they came about.</summary>
    public StatHistory History { get; }

    internal void Add(Stat stat, long delta) => _values[(int)stat] += delta;

    /// <summary>Notes the sums as those of the end of a tick.</summary>
    internal void Note(long tick) => History.Note(_values, tick);

    /// <summary>Begins anew, but for what there is now.</summary>
    internal void Reset()
    {
        var (ready, unacked) = (_values[(int)Stat.Ready], _values[(int)Stat.Unacked]);
        Array.Clear(_values);
        (_values[(int)Stat.Ready], _values[(int)Stat.Unacked]) = (ready, unacked);
        History.Reset();
    }
}
