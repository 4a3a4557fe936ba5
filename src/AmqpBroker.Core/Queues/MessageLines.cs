using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>All messages of a queue: a line for each priority, which share one sequence of positions. Guarded by the queue.</summary>
internal sealed class MessageLines
{
    private readonly SegmentPool _pool;
    private readonly bool _keepsReturnOrder;
    private readonly MessageLine?[] _lines;

    // The only one of a queue without priorities, which is nearly every queue.
    private readonly MessageLine? _single;

    /// <param name="pool">Where the memory comes from.</param>
    /// <param name="maxPriority">Highest priority told apart; 0 for none.</param>
    /// <param name="keepsReturnOrder">Whether messages that came back go out in the order of their return.</param>
    public MessageLines(SegmentPool pool, int maxPriority, bool keepsReturnOrder = false)
    {
        _pool = pool;
        _keepsReturnOrder = keepsReturnOrder;
        _lines = new MessageLine?[maxPriority + 1];
        _single = maxPriority == 0 ? _lines[0] = new MessageLine(pool, keepsReturnOrder) : null;
    }

    /// <summary>Where the next message will be.</summary>
    public long EndPosition { get; private set; }

    /// <summary>Bytes of the bodies of the ready messages.</summary>
    public long ReadyBytes { get; private set; }

    public long Ready => _single is not null ? _single.Ready : Existing.Sum(static line => line.Ready);

    public long LiveBytes => _single?.LiveBytes ?? Existing.Sum(static line => line.LiveBytes);

    public long BytesInMemory => _single?.BytesInMemory ?? Existing.Sum(static line => line.BytesInMemory);

    /// <summary>Whether messages from before a restart are still coming, so that nothing can be taken: they are the first.</summary>
    public bool IsRestoring { get; private set; }

    /// <summary>When a message may expire that is in memory, or that is the first and has to be fetched for it; too early at worst.</summary>
    public long NextDue => IsRestoring ? long.MaxValue : Math.Min(
        _single?.NextDue ?? Existing.Min(static line => (long?)line.NextDue) ?? long.MaxValue,
        (_single ?? First)?.Log.HeadDue ?? long.MaxValue);

    /// <summary>Whether the first message can be taken: there is one, and it is in memory.</summary>
    public bool HasReadable => _single is not null ? _single.HasReadable : First is { HasReadable: true };

    /// <summary>The line whose turn it is: of the highest priority that has messages.</summary>
    private MessageLine? First
    {
        get
        {
            for (var priority = _lines.Length - 1; priority >= 0; priority--)
            {
                if (_lines[priority] is { Ready: > 0 } line)
                {
                    return line;
                }
            }

            return null;
        }
    }

    private IEnumerable<MessageLine> Existing => _lines.OfType<MessageLine>();

    /// <summary>The number of the line that is first in the order of delivery.</summary>
    public int Highest => _lines.Length - 1;

    /// <summary>A line by its number; null when it has never had a message.</summary>
    public MessageLine? Find(int index) => _lines[index];

    /// <summary>Takes the ready message at a place, if it is there still and in memory.</summary>
    public bool TryTake(in BrowsePlace place, out RecordRef record, out bool isRedelivered, out bool isOnDisk)
    {
        (record, isRedelivered, isOnDisk) = (default, false, false);
        if ((uint)place.Line >= (uint)_lines.Length || _lines[place.Line] is not { } line)
        {
            return false;
        }

        if (place.IsReturned ? !line.Returned.TryTake(place.Place, out record, out isRedelivered) : !line.Log.TryTake(place.Place, out record, out isOnDisk))
        {
            return false;
        }

        isRedelivered |= MessageRecord.IsRedelivered(record.Bytes);
        ReadyBytes -= MessageRecord.BodyLengthOf(record.Bytes);
        return true;
    }

    /// <summary>Appends messages.</summary>
    /// <param name="run">The messages; borrowed.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="ttl">How long a message stays at most, in milliseconds; null for no limit but its own.</param>
    /// <param name="keepsTransient">Whether all are to survive a restart, whatever their publisher said.</param>
    public void Append(in MessageRun run, long now, long? ttl, bool keepsTransient)
    {
        var arrivals = _single?.Arrivals;
        var route = run.Route;
        var position = EndPosition;
        var bodies = 0L;
        foreach (ref readonly var message in run.Messages)
        {
            var due = message.ExpiresAfterMilliseconds < 0 && ttl is null
                ? long.MaxValue
                : MessageRecord.DueAfter(now, message.ExpiresAfterMilliseconds, ttl);
            var log = arrivals ?? LineOf(message.Priority).Arrivals;
            var record = log.AppendAt(position++, MessageRecord.LengthOf(route.Length, in message), out _, due);
            MessageRecord.Write(record, route, in message, now, due);
            if (keepsTransient)
            {
                MessageRecord.MarkPersistent(record);
            }

            bodies += message.Body.Length;
        }

        ReadyBytes += bodies;
        EndPosition = position;
    }

    /// <summary>Begins to take in the messages from before a restart; those that come meanwhile are kept behind them.</summary>
    /// <param name="firstNew">The position of the first that comes; those from before have lower ones.</param>
    public void BeginRestoring(long firstNew)
    {
        IsRestoring = true;
        SkipTo(firstNew);
        foreach (var line in Existing)
        {
            line.BeginRestoring();
        }
    }

    /// <summary>All messages from before are there.</summary>
    public void EndRestoring()
    {
        IsRestoring = false;
        foreach (var line in Existing)
        {
            line.EndRestoring();
        }
    }

    /// <summary>Puts a record back where it was before a restart; positions come in ascending order.</summary>
    /// <returns>Its bytes.</returns>
    public Span<byte> Restore(long position, ReadOnlySpan<byte> record, long due)
    {
        var bytes = (_single ?? LineOf(MessageRecord.PriorityOf(record))).Log.AppendAt(position, record.Length, out _, due);
        record.CopyTo(bytes);
        MessageRecord.SetDue(bytes, due);
        ReadyBytes += MessageRecord.BodyLengthOf(record);
        SkipTo(position + 1);
        return bytes;
    }

    /// <summary>Goes on behind a position.</summary>
    public void SkipTo(long position) => EndPosition = Math.Max(EndPosition, position);

    /// <summary>Takes the first message, if it is in memory.</summary>
    public bool TryTakeFirst(out RecordRef record, out ReadOnlySpan<byte> bytes, out bool isRedelivered)
    {
        var line = _single ?? First;
        if (line is not null && line.TryTakeFirst(out record, out bytes, out isRedelivered))
        {
            ReadyBytes -= MessageRecord.BodyLengthOf(bytes);
            return true;
        }

        record = default;
        bytes = default;
        isRedelivered = false;
        return false;
    }

    /// <summary>Puts a message that was taken back to its place.</summary>
    public void PutBack(in RecordRef record, bool isRedelivered)
    {
        ReadyBytes += MessageRecord.BodyLengthOf(record.Bytes);
        LineOf(in record).PutBack(record, isRedelivered);
    }

    /// <summary>Lets go of a message that was taken.</summary>
    public void Release(in RecordRef record) => LineOf(in record).Log.Release(record);

    /// <summary>Takes the messages in memory that have expired, wherever they stand, in the order in which they would be delivered.</summary>
    public void TakeExpired(long now, List<RecordRef> expired)
    {
        foreach (var line in Existing.Reverse())
        {
            line.TakeExpired(now, expired);
        }

        foreach (var record in expired)
        {
            ReadyBytes -= MessageRecord.BodyLengthOf(record.Bytes);
        }
    }

    /// <summary>Drops the ready messages.</summary>
    /// <returns>How many there were.</returns>
    public long Drop()
    {
        ReadyBytes = 0;
        return Existing.Sum(static line => line.Drop());
    }

    /// <summary>The live messages that are in memory, taken or not, in the order of their positions; whatever has been taken is.</summary>
    public IEnumerable<RecordRef> EnumerateLive() => _single is not null
        ? _single.EnumerateLive()
        : Existing.SelectMany(static line => line.EnumerateLive()).OrderBy(static record => record.Position);

    /// <summary>The positions of the live persistent messages from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet FindPersistent(long first, long last)
    {
        if (_single is not null)
        {
            return _single.FindPersistent(first, last);
        }

        var all = new PositionSet();
        foreach (var run in Existing.SelectMany(line => line.FindPersistent(first, last).Runs).OrderBy(static run => run.First))
        {
            all.Add(run);
        }

        return all;
    }

    /// <summary>The lowest position of a live persistent message; null when there is none.</summary>
    public long? FindLowestPersistent() => Existing.Min(static line => line.FindLowestPersistent());

    /// <summary>The log whose segment should leave memory next: of the lowest priority, which is read last.</summary>
    public PageOut? BeginPageOut(long kept, bool includesTail)
    {
        foreach (var line in Existing)
        {
            if (line.Log.BeginPageOut(kept, includesTail) is { } job)
            {
                return job;
            }
        }

        return null;
    }

    /// <summary>Whether <see cref="BeginPageIn"/> would give a segment.</summary>
    public bool IsPageInDue(long readAhead) => !IsRestoring && (_single ?? First)?.Log.IsPageInDue(readAhead) == true;

    /// <summary>The segment that should come back from disk: of the highest priority, which is read first.</summary>
    public PageIn? BeginPageIn(long readAhead) => (_single ?? First)?.Log.BeginPageIn(readAhead);

    /// <summary>Records were lost with a page: their bodies do not count any more.</summary>
    public void Forget(long lost, long readyBefore) => ReadyBytes -= ReadyBytes * lost / Math.Max(1, readyBefore);

    private MessageLine LineOf(in RecordRef record) => _single ?? LineOf(MessageRecord.PriorityOf(record.Bytes));

    private MessageLine LineOf(byte priority)
    {
        var index = Math.Min(priority, _lines.Length - 1);
        if (_lines[index] is { } line)
        {
            return line;
        }

        line = _lines[index] = new MessageLine(_pool, _keepsReturnOrder);
        if (IsRestoring)
        {
            line.BeginRestoring();
        }

        return line;
    }
}
