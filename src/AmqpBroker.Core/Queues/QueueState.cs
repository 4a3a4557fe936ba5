using System.Diagnostics;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Marks;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Ready and unacked messages of one queue and who gets them. No I/O, clock or lock of its own: its queue guards every call.</summary>
/// <param name="pool">Where the memory for messages comes from.</param>
/// <param name="delivered">Remembers, over a crash, up to which position messages have been handed out; null where nothing is kept.</param>
internal sealed class QueueState(SegmentPool pool, Mark? delivered)
{
    private readonly RequeuedMessages _requeued = new();

    public ConsumerRing Consumers { get; } = new();

    /// <summary>The messages, but for which of them were requeued.</summary>
    public RecordLog Log { get; } = new(pool, MessageRecord.IsPersistent);

    /// <summary>Messages that could be delivered now.</summary>
    public long Ready => Log.Unread + _requeued.Count;

    /// <summary>Messages delivered or got, and not settled.</summary>
    public long Unacked { get; private set; }

    public bool IsDeleted { get; private set; }

    /// <summary>Bytes the live messages take.</summary>
    public long LiveBytes => Log.LiveBytes;

    /// <summary>Appends messages.</summary>
    /// <returns>The position of the first; the others follow one by one.</returns>
    public long Enqueue(in MessageRun run, long now)
    {
        var first = Log.EndPosition;
        foreach (ref readonly var message in run.Messages)
        {
            var bytes = Log.Append(MessageRecord.LengthOf(run.Route.Length, in message), out _);
            MessageRecord.Write(bytes, run.Route, in message, now);
        }

        return first;
    }

    /// <summary>Puts a message back where it was before a restart; positions come in ascending order.</summary>
    public void Restore(long position, ReadOnlySpan<byte> record)
    {
        var bytes = Log.AppendAt(position, record.Length, out _);
        record.CopyTo(bytes);
        if (delivered is not null && position < delivered.Value)
        {
            MessageRecord.MarkRedelivered(bytes);
        }
    }

    /// <summary>Goes on behind the positions that were given out before a restart, those that only the mark knows of included.</summary>
    public void SkipTo(long position) => Log.SkipTo(Math.Max(position, delivered?.Value ?? 0));

    /// <summary>Where the next message will be.</summary>
    public long EndPosition => Log.EndPosition;

    /// <summary>Whether messages are ready, and the first of them is on disk.</summary>
    public bool IsStarved => Ready > 0 && !HasReadable;

    private bool HasReadable => _requeued.Count > 0 || Log.HasReadable;

    /// <summary>Takes messages for consumers with room, in turn, until one side is out, the batch is full, or the next is on disk.</summary>
    public void TakeForConsumers(DispatchBatch batch)
    {
        while (!batch.IsFull && HasReadable && Consumers.TakeNext() is { } consumer)
        {
            TakeFirst(out var record, out var isRedelivered);
            if (!consumer.IsNoAck)
            {
                Unacked++;
            }

            batch.Add(consumer, in record, isRedelivered);
        }
    }

    /// <summary>Takes the first message for a basic.get, if there is one and it is in memory; it is unacked until settled.</summary>
    public bool TryGet(out RecordRef record, out bool isRedelivered)
    {
        if (!HasReadable)
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        TakeFirst(out record, out isRedelivered);
        Unacked++;
        return true;
    }

    /// <summary>Ends deliveries of a batch that need no acknowledgement, and takes back those that never arrived.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="settled">Takes the positions of persistent messages that are done with; null where nothing is kept.</param>
    public void Complete(DispatchBatch batch, SettledPositions? settled)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            ref readonly var delivery = ref batch[i];
            if (delivery.IsRefused)
            {
                TakeBack(in delivery);
            }
            else if (delivery.Consumer.IsNoAck)
            {
                Release(delivery.Record, settled);
            }
        }
    }

    /// <summary>Settles one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="outcome">What becomes of the message.</param>
    /// <param name="settled">Takes the position of a persistent message that is done with; null where nothing is kept.</param>
    public void Settle(in SettledDelivery delivery, SettleOutcome outcome, SettledPositions? settled)
    {
        Debug.Assert(Unacked > 0, "settled more than was delivered");
        Unacked--;
        if (delivery.Consumer is { } consumer)
        {
            consumer.Unacked--;
        }

        switch (outcome)
        {
            case SettleOutcome.Requeue:
                PutBack(delivery.Record, isRedelivered: true);
                break;
            default:
                Release(delivery.Record, settled);
                break;
        }
    }

    /// <summary>Drops the ready messages.</summary>
    /// <returns>How many there were.</returns>
    public long Purge()
    {
        var dropped = Log.DropUnread();
        while (_requeued.TryTakeFirst(out var record, out _))
        {
            Log.Release(record);
            dropped++;
        }

        return dropped;
    }

    /// <summary>Drops everything; what is unacked goes when it is settled.</summary>
    /// <returns>How many messages were ready.</returns>
    public long Delete()
    {
        IsDeleted = true;
        return Purge();
    }

    private void Release(in RecordRef record, SettledPositions? settled)
    {
        if (settled is not null && MessageRecord.IsPersistent(record.Bytes))
        {
            settled.Add(record.Position);
        }

        Log.Release(record);
    }

    private void TakeBack(in Delivery delivery)
    {
        var consumer = delivery.Consumer;
        consumer.IsGone = true;
        if (!consumer.IsNoAck)
        {
            Unacked--;
            consumer.Unacked--;
            consumer.Window.Release(1);
        }

        PutBack(delivery.Record, delivery.IsRedelivered);
    }

    private void TakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (_requeued.TryTakeFirst(out record, out isRedelivered))
        {
            return;
        }

        var found = Log.TryReadNext(out record);
        Debug.Assert(found, "ready counts a message that is not there");
        isRedelivered = MessageRecord.IsRedelivered(record.Bytes);
        if (delivered is not null && delivered.Value <= record.Position)
        {
            // Before anyone can see the message, so that it comes back flagged whatever happens.
            delivered.Value = record.Position + 1;
        }
    }

    private void PutBack(in RecordRef record, bool isRedelivered)
    {
        if (IsDeleted)
        {
            Log.Release(record);
        }
        else
        {
            _requeued.Add(record, isRedelivered);
        }
    }
}
