using System.Diagnostics;
using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Ready and unacked messages of one queue and who gets them. No I/O, clock or lock of its own: its queue guards every call.</summary>
internal sealed class QueueState
{
    private readonly RecordLog _log = new(SegmentPool.Shared);
    private readonly RequeuedMessages _requeued = new();

    public ConsumerRing Consumers { get; } = new();

    /// <summary>Messages that could be delivered now.</summary>
    public long Ready => _log.Unread + _requeued.Count;

    /// <summary>Messages delivered or got, and not settled.</summary>
    public long Unacked { get; private set; }

    public bool IsDeleted { get; private set; }

    public void Enqueue(in MessageRun run, long now)
    {
        foreach (ref readonly var message in run.Messages)
        {
            var bytes = _log.Append(MessageRecord.LengthOf(run.Route.Length, in message), out _);
            MessageRecord.Write(bytes, run.Route, in message, now);
        }
    }

    /// <summary>Takes messages for consumers with room, in turn, until one side is out or the batch is full.</summary>
    public void TakeForConsumers(DispatchBatch batch)
    {
        while (!batch.IsFull && Ready > 0 && Consumers.TakeNext() is { } consumer)
        {
            TakeFirst(out var record, out var isRedelivered);
            if (!consumer.IsNoAck)
            {
                Unacked++;
            }

            batch.Add(consumer, in record, isRedelivered);
        }
    }

    /// <summary>Takes the first message for a basic.get; it is unacked until settled.</summary>
    public bool TryGet(out RecordRef record, out bool isRedelivered)
    {
        if (Ready == 0)
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        TakeFirst(out record, out isRedelivered);
        Unacked++;
        return true;
    }

    /// <summary>Ends deliveries to consumers that need no acknowledgement, or that never arrived.</summary>
    public void Complete(Consumer consumer, DispatchBatch batch, bool isDelivered)
    {
        if (isDelivered && !consumer.IsNoAck)
        {
            return;
        }

        consumer.IsGone = !isDelivered;
        var refused = 0;
        for (var i = consumer.BatchHead; i >= 0; i = batch[i].Next)
        {
            if (isDelivered)
            {
                _log.Release(batch[i].Record);
            }
            else if (consumer.IsNoAck)
            {
                PutBack(batch[i].Record, batch[i].IsRedelivered);
            }
            else
            {
                Settle(new SettledDelivery(batch[i].Record, consumer, batch[i].IsRedelivered), SettleOutcome.Undelivered);
                refused++;
            }
        }

        consumer.Window.Release(refused);
    }

    public void Settle(in SettledDelivery delivery, SettleOutcome outcome)
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
            case SettleOutcome.Undelivered:
                PutBack(delivery.Record, delivery.IsRedelivered);
                break;
            default:
                _log.Release(delivery.Record);
                break;
        }
    }

    /// <summary>Drops the ready messages.</summary>
    /// <returns>How many there were.</returns>
    public long Purge()
    {
        var dropped = _log.DropUnread();
        while (_requeued.TryTakeFirst(out var record, out _))
        {
            _log.Release(record);
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

    private void TakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (!_requeued.TryTakeFirst(out record, out isRedelivered))
        {
            var found = _log.TryReadNext(out record);
            Debug.Assert(found, "ready counts a message that is not there");
        }
    }

    private void PutBack(in RecordRef record, bool isRedelivered)
    {
        if (IsDeleted)
        {
            _log.Release(record);
        }
        else
        {
            _requeued.Add(record, isRedelivered);
        }
    }
}
