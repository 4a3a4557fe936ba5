using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages that came back, in the order of their original places; they are delivered before the log's cursor goes on.</summary>
/// <remarks>Guarded by its queue. A binary heap: a channel that closes may bring a hundred thousand at once, in any order.</remarks>
internal sealed class RequeuedMessages
{
    private PriorityQueue<(RecordRef Record, bool IsRedelivered), long>? _byPosition;

    public int Count => _byPosition?.Count ?? 0;

    /// <summary>When the first of them may expire; too early at worst.</summary>
    public long NextDue { get; private set; } = long.MaxValue;

    public void Add(in RecordRef record, bool isRedelivered)
    {
        (_byPosition ??= new()).Enqueue((record, isRedelivered), record.Position);
        NextDue = Math.Min(NextDue, MessageRecord.DueOf(record.Bytes));
    }

    /// <summary>Takes those that have expired, in the order of their positions.</summary>
    public void TakeExpired(long now, List<RecordRef> expired)
    {
        var kept = new List<(RecordRef Record, bool IsRedelivered)>();
        NextDue = long.MaxValue;
        while (TryTakeFirst(out var record, out var isRedelivered))
        {
            if (MessageRecord.DueOf(record.Bytes) <= now)
            {
                expired.Add(record);
            }
            else
            {
                kept.Add((record, isRedelivered));
            }
        }

        foreach (var (record, isRedelivered) in kept)
        {
            Add(in record, isRedelivered);
        }
    }

    public bool TryTakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (_byPosition is null || !_byPosition.TryDequeue(out var first, out _))
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        (record, isRedelivered) = first;
        if (_byPosition.Count == 0)
        {
            // A large heap is not kept: it held a whole channel's unacknowledged messages once, and may never again.
            if (_byPosition.EnsureCapacity(0) > 1024)
            {
                _byPosition = null;
            }
        }

        return true;
    }
}
