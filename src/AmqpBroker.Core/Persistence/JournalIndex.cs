using System.Runtime.InteropServices;

namespace AmqpBroker.Core.Persistence;

/// <summary>Which queues have messages in which stretch of the journal, and up to which position: enough to tell what can go.</summary>
/// <remarks>
/// Guarded by a lock of its own, taken after the log's. A few entries for each 16 MiB of journal, whatever is in it.
/// </remarks>
public sealed class JournalIndex
{
    private const int StretchBits = 24;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Dictionary<long, long>> _highestByStretch = [];
    private Dictionary<long, long> _current = [];
    private long _currentStretch = -1;

    /// <summary>Notes a run of messages.</summary>
    /// <param name="lsn">Log sequence number behind it.</param>
    /// <param name="targets">Where it went.</param>
    /// <param name="lastIndex">Index of its last message.</param>
    public void NoteEnqueued(long lsn, ReadOnlySpan<JournalTarget> targets, int lastIndex)
    {
        lock (_gate)
        {
            SelectStretch(lsn >> StretchBits);
            foreach (var target in targets)
            {
                ref var highest = ref CollectionsMarshal.GetValueRefOrAddDefault(_current, target.QueueId, out _);
                highest = Math.Max(highest, target.FirstPosition + lastIndex);
            }
        }
    }

    /// <summary>The highest position of each queue with messages that may lie before a log sequence number.</summary>
    public IReadOnlyDictionary<long, long> HighestBefore(long lsn)
    {
        var highest = new Dictionary<long, long>();
        lock (_gate)
        {
            // A run is noted under the stretch it ends in, so the one behind may hold the rest of it.
            foreach (var (_, positions) in _highestByStretch.TakeWhile(entry => entry.Key <= (lsn >> StretchBits) + 1))
            {
                foreach (var (queue, position) in positions)
                {
                    highest[queue] = Math.Max(highest.GetValueOrDefault(queue), position);
                }
            }
        }

        return highest;
    }

    /// <summary>Forgets what lies before a log sequence number: its files are gone.</summary>
    public void ForgetBefore(long lsn)
    {
        lock (_gate)
        {
            foreach (var stretch in _highestByStretch.Keys.TakeWhile(stretch => stretch < lsn >> StretchBits).ToArray())
            {
                _highestByStretch.Remove(stretch);
            }
        }
    }

    private void SelectStretch(long stretch)
    {
        if (stretch == _currentStretch)
        {
            return;
        }

        _currentStretch = stretch;
        if (!_highestByStretch.TryGetValue(stretch, out var positions))
        {
            _highestByStretch.Add(stretch, positions = []);
        }

        _current = positions;
    }
}
