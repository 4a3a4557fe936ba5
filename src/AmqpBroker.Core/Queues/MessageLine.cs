using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Ready messages of one priority in the order of their positions: those that came back first, then the log. Guarded by the queue.</summary>
/// <param name="pool">Where memory comes from.</param>
/// <param name="keepsReturnOrder">Whether those that came back go out in the order of their return.</param>
internal sealed class MessageLine(SegmentPool pool, bool keepsReturnOrder)
{
    private readonly RequeuedMessages _requeued = new(keepsReturnOrder);
    private RecordLog? _arrivals;

    /// <summary>The messages, but for which of them came back.</summary>
    public RecordLog Log { get; } = new(pool, MessageRecord.IsPersistent);

    /// <summary>Those that came back.</summary>
    public RequeuedMessages Returned => _requeued;

    /// <summary>Takes new messages: the log, unless those from before a restart are still coming into it.</summary>
    public RecordLog Arrivals => _arrivals ?? Log;

    public long Ready => Log.Unread + _requeued.Count + (_arrivals?.Unread ?? 0);

    public long LiveBytes => Log.LiveBytes + (_arrivals?.LiveBytes ?? 0);

    public long BytesInMemory => Log.BytesInMemory + (_arrivals?.BytesInMemory ?? 0);

    /// <summary>Whether the first can be taken: there is one, and it is in memory.</summary>
    public bool HasReadable => _requeued.Count > 0 || Log.HasReadable;

    /// <summary>When a message in memory may expire; too early at worst.</summary>
    public long NextDue => Math.Min(Log.NextDue, _requeued.NextDue);

    /// <summary>Keeps new messages apart, until those from before a restart are there.</summary>
    public void BeginRestoring() => _arrivals = new RecordLog(pool, MessageRecord.IsPersistent);

    /// <summary>Puts what has come meanwhile behind them.</summary>
    public void EndRestoring()
    {
        if (_arrivals is not null)
        {
            Log.Absorb(_arrivals);
            _arrivals = null;
        }
    }

    /// <summary>The live messages that are in memory, taken or not, in the order of their positions; whatever has been taken is.</summary>
    public IEnumerable<RecordRef> EnumerateLive() =>
        _arrivals is null ? Log.EnumerateLive() : Log.EnumerateLive().Concat(_arrivals.EnumerateLive());

    /// <summary>The positions of the live persistent messages from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet FindPersistent(long first, long last)
    {
        var found = Log.FindMarked(first, last);
        foreach (var run in _arrivals?.FindMarked(first, last).Runs ?? [])
        {
            found.Add(run);
        }

        return found;
    }

    /// <summary>The lowest position of a live persistent message; null when there is none.</summary>
    public long? FindLowestPersistent() => Log.FindLowestMarked() ?? _arrivals?.FindLowestMarked();

    /// <summary>Takes the first message, if it is in memory.</summary>
    public bool TryTakeFirst(out RecordRef record, out ReadOnlySpan<byte> bytes, out bool isRedelivered)
    {
        if (_requeued.Count > 0)
        {
            _requeued.TryTakeFirst(out record, out isRedelivered);
            bytes = record.Bytes;
            return true;
        }

        if (!Log.TryReadNext(out record, out bytes))
        {
            isRedelivered = false;
            return false;
        }

        isRedelivered = MessageRecord.IsRedelivered(bytes);
        return true;
    }

    /// <summary>Puts a message that was taken back to its place.</summary>
    public void PutBack(in RecordRef record, bool isRedelivered) => _requeued.Add(record, isRedelivered);

    /// <summary>Takes the messages in memory that have expired, wherever they stand, in the order of their positions.</summary>
    public void TakeExpired(long now, List<RecordRef> expired)
    {
        if (_requeued.NextDue <= now)
        {
            _requeued.TakeExpired(now, expired);
        }

        if (Log.NextDue <= now)
        {
            Log.TakeDue(now, static record => MessageRecord.DueOf(record.Bytes), expired);
        }
    }

    /// <summary>Drops the ready messages.</summary>
    /// <returns>How many there were.</returns>
    public long Drop()
    {
        var dropped = Log.DropUnread() + (_arrivals?.DropUnread() ?? 0);
        while (_requeued.TryTakeFirst(out var record, out _))
        {
            Log.Release(record);
            dropped++;
        }

        return dropped;
    }
}
