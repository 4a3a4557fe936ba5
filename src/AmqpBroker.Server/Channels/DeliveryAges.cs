using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>How long the deliveries of one channel have been unsettled, as coarsely as it is looked at. Guarded by the connection's output.</summary>
/// <remarks>
/// Nothing is noted of a delivery itself. Each look marks the delivery tag given out last, so what has a lower one was delivered before it.
/// </remarks>
internal sealed class DeliveryAges(TimeProvider time)
{
    /// <summary>Marks kept; beyond that every second one goes, and ages are told more coarsely.</summary>
    private const int MostMarks = 64;

    /// <summary>Longest time that a queue may ask for, in milliseconds; more is as good as for ever.</summary>
    private const long LongestOwn = 1L << 48;

    private readonly List<Mark> _marks = [];

    /// <summary>Marks that are kept now.</summary>
    public int Marks => _marks.Count;

    /// <summary>Looks for a delivery that has been unsettled for as long as it may.</summary>
    /// <param name="unacked">The channel's unsettled deliveries.</param>
    /// <param name="lastTag">The delivery tag given out last.</param>
    /// <param name="timeout">How long one may be unsettled; zero for ever.</param>
    /// <param name="hasOwnTimeouts">Whether some may be of queues that say so themselves.</param>
    /// <returns>The time it had; null when there is none.</returns>
    public TimeSpan? FindOverdue(UnackedTable unacked, ulong lastTag, TimeSpan timeout, bool hasOwnTimeouts)
    {
        if (unacked.Count == 0)
        {
            _marks.Clear();
            return null;
        }

        Note(unacked.OldestTag, lastTag);
        if (hasOwnTimeouts)
        {
            return FindOverdueOfAny(unacked, timeout);
        }

        return IsOver(_marks[0], timeout) ? timeout : null;
    }

    private void Note(ulong oldestTag, ulong lastTag)
    {
        _marks.RemoveAll(mark => mark.LastTag < oldestTag);
        if (_marks.Count > 0 && _marks[^1].LastTag == lastTag)
        {
            return;
        }

        if (_marks.Count == MostMarks)
        {
            // Not the first, by which the oldest delivery is dated.
            for (var i = _marks.Count - 2; i > 0; i -= 2)
            {
                _marks.RemoveAt(i);
            }
        }

        _marks.Add(new Mark(lastTag, time.GetTimestamp()));
    }

    private TimeSpan? FindOverdueOfAny(UnackedTable unacked, TimeSpan timeout)
    {
        var next = 0;
        foreach (var delivery in unacked.Enumerate())
        {
            while (_marks[next].LastTag < delivery.Tag)
            {
                next++;
            }

            var own = delivery.Queue?.Settings.ConsumerTimeout is { } milliseconds
                ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, LongestOwn))
                : timeout;
            if (IsOver(_marks[next], own))
            {
                return own;
            }
        }

        return null;
    }

    private bool IsOver(in Mark mark, TimeSpan timeout) => timeout > TimeSpan.Zero && time.GetElapsedTime(mark.Time) >= timeout;

    /// <param name="LastTag">The delivery tag given out last.</param>
    /// <param name="Time">The timestamp at which that was so.</param>
    private readonly record struct Mark(ulong LastTag, long Time);
}
