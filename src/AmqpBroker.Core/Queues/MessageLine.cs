using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Ready messages of one priority in the order of their positions: those that came back first, then the log. Guarded by the queue.</summary>
/// <param name="pool">Where memory comes from.</param>
/// <param name="keepsReturnOrder">Whether those that came back go out in the order of their return.</param>
internal sealed class MessageLine(SegmentPool pool, bool keepsReturnOrder)
{
    private readonly RequeuedMessages _requeued = new(keepsReturnOrder);

    /// <summary>The messages, but for which of them came back.</summary>
    public RecordLog Log { get; } = new(pool, MessageRecord.IsPersistent);

    public long Ready => Log.Unread + _requeued.Count;

    /// <summary>Whether the first can be taken: there is one, and it is in memory.</summary>
    public bool HasReadable => _requeued.Count > 0 || Log.HasReadable;

    /// <summary>When a message in memory may expire; too early at worst.</summary>
    public long NextDue => Math.Min(Log.NextDue, _requeued.NextDue);

    /// <summary>Takes the first message, if it is in memory.</summary>
    public bool TryTakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (_requeued.TryTakeFirst(out record, out isRedelivered))
        {
            return true;
        }

        if (!Log.TryReadNext(out record))
        {
            return false;
        }

        isRedelivered = MessageRecord.IsRedelivered(record.Bytes);
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
        var dropped = Log.DropUnread();
        while (_requeued.TryTakeFirst(out var record, out _))
        {
            Log.Release(record);
            dropped++;
        }

        return dropped;
    }
}
