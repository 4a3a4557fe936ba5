namespace AmqpBroker.Core.Statistics;

/// <summary>The time as samples see it: in ticks of the sampling interval, and which stretches of it are kept how finely.</summary>
/// <remarks>Guarded by <see cref="Gate"/>, which guards all histories too; it is held for memory work only.</remarks>
public sealed class StatTimeline
{
    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    /// <summary>Makes a timeline.</summary>
    /// <param name="interval">From one sample to the next; at least 100 ms.</param>
    public StatTimeline(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromMilliseconds(100));
        Interval = (long)interval.TotalMilliseconds;
        ObjectStretches = StatStretch.Follow((Interval, 10 * Minute), (Minute, Hour));
        GlobalStretches = StatStretch.Follow((Interval, 10 * Minute), (Minute, Hour), (10 * Minute, 8 * Hour), (30 * Minute, 24 * Hour));
    }

    /// <summary>Guards it and all histories.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>From one sample to the next, in milliseconds.</summary>
    public long Interval { get; }

    /// <summary>The last tick for which there are samples.</summary>
    internal long Tick { get; private set; }

    internal StatStretch[] ObjectStretches { get; }

    internal StatStretch[] GlobalStretches { get; }

    /// <summary>Since when nothing has happened; null while something does, or nobody has looked yet.</summary>
    public DateTimeOffset? IdleSince(StatHolder holder)
    {
        ArgumentNullException.ThrowIfNull(holder);
        lock (Gate)
        {
            var tick = Math.Max(holder.SeenAt, holder.History?.ChangedAt ?? 0);
            return tick == 0 || tick >= Tick ? null : DateTimeOffset.FromUnixTimeMilliseconds(tick * Interval);
        }
    }

    /// <summary>The tick a moment belongs to: the one that has just been, when the moment is a little late for it.</summary>
    internal long TickAt(DateTimeOffset time)
    {
        var milliseconds = time.ToUnixTimeMilliseconds();
        return (milliseconds + (Interval / 4)) / Interval;
    }

    internal void MoveTo(long tick) => Tick = Math.Max(Tick, tick);
}
