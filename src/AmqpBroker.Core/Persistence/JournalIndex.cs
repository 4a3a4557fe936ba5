using System.Runtime.InteropServices;

namespace AmqpBroker.Core.Persistence;

/// <summary>Which queues have messages in which stretch of the journal, and up to which position: enough to tell what can go.</summary>
/// <remarks>
/// Guarded by a lock of its own. A few entries for each 16 MiB of journal, whatever is in it.
/// </remarks>
public sealed class JournalIndex
{
    private const int StretchBits = 24;

    private readonly Lock _gate = new();
    private readonly SortedDictionary<long, Stretch> _stretches = [];
    private Stretch _current = new();
    private long _currentNumber = -1;
    private long _forgottenBefore;

    /// <summary>Notes messages that were found.</summary>
    /// <param name="lsn">Log sequence number behind them.</param>
    /// <param name="targets">Where they went.</param>
    public void NoteFound(long lsn, ReadOnlySpan<JournalTarget> targets)
    {
        lock (_gate)
        {
            Note(lsn, targets, lastIndex: 0);
        }
    }

    /// <summary>Notes a run of messages that is about to be appended. No file goes that it may come to lie in until <see cref="EndAppend"/>.</summary>
    /// <param name="lsn">Log sequence number it will lie behind.</param>
    /// <param name="targets">Where it went.</param>
    /// <param name="lastIndex">Index of its last message.</param>
    /// <returns>What <see cref="EndAppend"/> is to be told.</returns>
    public long BeginAppend(long lsn, ReadOnlySpan<JournalTarget> targets, int lastIndex)
    {
        lock (_gate)
        {
            Note(lsn, targets, lastIndex);
            _current.UnderWay++;
            return _currentNumber;
        }
    }

    /// <summary>Notes that a run of messages has been appended.</summary>
    /// <param name="begun">What <see cref="BeginAppend"/> gave.</param>
    /// <param name="start">Where the log stood before the run's messages were in any queue: what is said of them lies behind that.</param>
    /// <param name="lsn">Log sequence number behind it.</param>
    /// <param name="targets">Where it went.</param>
    /// <param name="lastIndex">Index of its last message.</param>
    /// <returns>False when files behind <paramref name="start"/> are gone: what was said of the run may have gone with them.</returns>
    public bool EndAppend(long begun, long start, long lsn, ReadOnlySpan<JournalTarget> targets, int lastIndex)
    {
        lock (_gate)
        {
            SelectStretch(begun);
            _current.UnderWay--;
            Note(lsn, targets, lastIndex);
            _current.LongestRun = Math.Max(_current.LongestRun, lsn - start);
            return start >= _forgottenBefore;
        }
    }

    /// <summary>Whether a run is being appended that may come to lie before a log sequence number: its appender has been held up for long.</summary>
    public bool IsAppendedBefore(long lsn)
    {
        lock (_gate)
        {
            return _stretches.TakeWhile(entry => entry.Key <= lsn >> StretchBits).Any(static entry => entry.Value.UnderWay > 0);
        }
    }

    /// <summary>The highest position of each queue with messages that may lie before a log sequence number.</summary>
    public IReadOnlyDictionary<long, long> HighestBefore(long lsn)
    {
        var highest = new Dictionary<long, long>();
        lock (_gate)
        {
            // A run is noted under the stretch it ends in, so the one behind may hold the rest of it.
            foreach (var (_, stretch) in _stretches.TakeWhile(entry => entry.Key <= (lsn >> StretchBits) + 1))
            {
                foreach (var (queue, position) in stretch.Highest)
                {
                    highest[queue] = Math.Max(highest.GetValueOrDefault(queue), position);
                }
            }
        }

        return highest;
    }

    /// <summary>Makes ready to delete what lies before a log sequence number.</summary>
    /// <returns>Up to where messages lie that may have been settled, or purged, before that, by a record that comes before their own.</returns>
    public long BeginForgetting(long lsn)
    {
        lock (_gate)
        {
            // Runs noted from now on are told so, and look after themselves.
            _forgottenBefore = Math.Max(_forgottenBefore, lsn);
            var reach = lsn;
            foreach (var (number, stretch) in _stretches.SkipWhile(entry => entry.Key < lsn >> StretchBits))
            {
                if (lsn + stretch.LongestRun > number << StretchBits)
                {
                    reach = Math.Max(reach, Math.Min(lsn + stretch.LongestRun, (number + 1) << StretchBits));
                }
            }

            return reach;
        }
    }

    /// <summary>Forgets what lies before a log sequence number: its files are gone.</summary>
    public void ForgetBefore(long lsn)
    {
        lock (_gate)
        {
            foreach (var number in _stretches.Keys.TakeWhile(number => number < lsn >> StretchBits).ToArray())
            {
                _stretches.Remove(number);
            }
        }
    }

    private void Note(long lsn, ReadOnlySpan<JournalTarget> targets, int lastIndex)
    {
        SelectStretch(lsn >> StretchBits);
        foreach (var target in targets)
        {
            ref var highest = ref CollectionsMarshal.GetValueRefOrAddDefault(_current.Highest, target.QueueId, out _);
            highest = Math.Max(highest, target.FirstPosition + lastIndex);
        }
    }

    private void SelectStretch(long number)
    {
        if (number == _currentNumber)
        {
            return;
        }

        _currentNumber = number;
        if (!_stretches.TryGetValue(number, out var stretch))
        {
            _stretches.Add(number, stretch = new Stretch());
        }

        _current = stretch;
    }

    private sealed class Stretch
    {
        public Dictionary<long, long> Highest { get; } = [];

        /// <summary>Runs whose appending began here and has not ended.</summary>
        public int UnderWay { get; set; }

        /// <summary>Most bytes of log from before a run's messages were in their queues to behind its records.</summary>
        public long LongestRun { get; set; }
    }
}
