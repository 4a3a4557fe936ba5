namespace AmqpBroker.Core.Statistics;

/// <summary>The values of one thing, and how they came about: what changed in which slot of time. Guarded by its timeline.</summary>
/// <remarks>What has never changed takes no memory but its last value.</remarks>
public sealed class StatHistory
{
    private readonly StatSet _set;
    private readonly StatTimeline _timeline;
    private readonly StatStretch[] _stretches;
    private readonly long[] _values;
    private readonly StatColumn?[] _columns;
    private long _lastTick;

    /// <summary>Makes a history in which all values are 0.</summary>
    internal StatHistory(StatSet set, StatTimeline timeline, bool isGlobal = false)
    {
        _set = set;
        _timeline = timeline;
        _stretches = isGlobal ? timeline.GlobalStretches : timeline.ObjectStretches;
        _values = new long[set.Count];
        _columns = new StatColumn?[set.Count];
    }

    /// <summary>The tick at which something changed last; 0 when nothing has.</summary>
    internal long ChangedAt { get; private set; }

    /// <summary>The values noted last, in the order of the set.</summary>
    internal ReadOnlySpan<long> Values => _values;

    /// <summary>Whether values differ from those noted last.</summary>
    internal bool IsNews(ReadOnlySpan<long> values) => !values.SequenceEqual(_values);

    /// <summary>Notes values as those of the end of a tick.</summary>
    internal void Note(ReadOnlySpan<long> values, long tick)
    {
        tick = Math.Max(tick, _lastTick);
        ForgetBefore(tick);
        for (var i = 0; i < values.Length; i++)
        {
            var delta = values[i] - _values[i];
            if (delta == 0)
            {
                continue;
            }

            var column = _columns[i] ??= new StatColumn(_stretches[^1].End);
            foreach (var stretch in _stretches)
            {
                column.Add(stretch.IndexOf(stretch.SlotEndingAt(tick * _timeline.Interval)), delta);
            }

            _values[i] = values[i];
            ChangedAt = tick;
        }
    }

    /// <summary>Gives memory back when nothing has changed for as long as changes are kept.</summary>
    internal void ForgetWhenOld(long tick)
    {
        if ((tick - ChangedAt) * _timeline.Interval > _stretches[^1].Age)
        {
            Array.Clear(_columns);
        }
    }

    /// <summary>Begins anew from 0.</summary>
    internal void Reset()
    {
        Array.Clear(_columns);
        Array.Clear(_values);
    }

    /// <summary>The sum of values noted last.</summary>
    public long Sum(ReadOnlySpan<Stat> stats)
    {
        lock (_timeline.Gate)
        {
            return SumLocked(stats);
        }
    }

    /// <summary>The change of a sum per second, over the last interval.</summary>
    public double Rate(ReadOnlySpan<Stat> stats)
    {
        lock (_timeline.Gate)
        {
            return _lastTick < _timeline.Tick ? 0 : ChangeIn(_stretches[0], _timeline.Tick, stats) * 1000.0 / _timeline.Interval;
        }
    }

    /// <summary>A sum at moments of the past, the newest first.</summary>
    /// <param name="stats">What is summed.</param>
    /// <param name="range">Which moments; a valid range.</param>
    /// <param name="now">The time.</param>
    public StatSample[] Samples(ReadOnlySpan<Stat> stats, StatRange range, DateTimeOffset now)
    {
        var increment = range.IncrementSeconds * 1000;
        var end = now.ToUnixTimeMilliseconds() / increment * increment;
        var samples = new StatSample[(range.AgeSeconds / range.IncrementSeconds) + 1];
        lock (_timeline.Gate)
        {
            var stretch = FindStretch(now.ToUnixTimeMilliseconds() - end + (range.AgeSeconds * 1000));
            var value = SumLocked(stats);
            var slot = stretch.SlotEndingAt(_lastTick * _timeline.Interval);
            var oldest = slot - stretch.Count;
            for (var i = 0; i < samples.Length; i++)
            {
                var moment = end - (i * increment);
                for (; slot > moment / stretch.SlotLength && slot > oldest; slot--)
                {
                    value -= ChangeIn(stretch, slot, stats);
                }

                samples[i] = new StatSample(value, moment);
            }
        }

        return samples;
    }

    private StatStretch FindStretch(long age)
    {
        foreach (var stretch in _stretches)
        {
            if (stretch.Age >= age)
            {
                return stretch;
            }
        }

        return _stretches[^1];
    }

    private long SumLocked(ReadOnlySpan<Stat> stats)
    {
        var sum = 0L;
        foreach (var stat in stats)
        {
            var index = _set.IndexOf(stat);
            sum += index < 0 ? 0 : _values[index];
        }

        return sum;
    }

    private long ChangeIn(StatStretch stretch, long slot, ReadOnlySpan<Stat> stats)
    {
        var sum = 0L;
        foreach (var stat in stats)
        {
            var index = _set.IndexOf(stat);
            sum += index >= 0 && _columns[index] is { } column ? column[stretch.IndexOf(slot)] : 0;
        }

        return sum;
    }

    /// <summary>Empties the slots that begin anew with a tick.</summary>
    private void ForgetBefore(long tick)
    {
        foreach (var stretch in _stretches)
        {
            var last = stretch.SlotEndingAt(tick * _timeline.Interval);
            var first = Math.Max(stretch.SlotEndingAt(_lastTick * _timeline.Interval) + 1, last - stretch.Count + 1);
            for (var slot = first; slot <= last; slot++)
            {
                foreach (var column in _columns)
                {
                    column?.Clear(stretch.IndexOf(slot));
                }
            }
        }

        _lastTick = tick;
    }
}
