using System.Diagnostics;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Who gets the messages of one queue, and what they have not settled. No I/O, clock or lock of its own: its queue guards every call.</summary>
/// <param name="messages">The messages.</param>
/// <param name="hasSingleActiveConsumer">Whether one consumer gets everything until it goes.</param>
internal sealed class QueueDeliveries(QueueMessages messages, bool hasSingleActiveConsumer)
{
    /// <summary>Messages delivered or got, and not settled.</summary>
    private long _unacked;

    public ConsumerRing Consumers { get; } = new(hasSingleActiveConsumer);

    /// <summary>Takes messages for consumers with room, in turn, until one side is out, the batch is full, or the next is on disk.</summary>
    /// <param name="batch">Takes them.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="settled">Takes the positions of persistent messages that are done with; null where nothing is kept.</param>
    public void TakeForConsumers(DispatchBatch batch, long now, SettledPositions? settled)
    {
        if (messages.Lines.IsRestoring)
        {
            return;
        }

        if (Consumers.Only is { Window.IsLimited: false } only)
        {
            TakeForOnly(only, batch, now, settled);
            return;
        }

        while (!batch.IsFull && messages.Lines.HasReadable && Consumers.TakeNext() is { } consumer)
        {
            if (!messages.TryTakeFirst(now, settled, out var record, out var bytes, out var isRedelivered))
            {
                consumer.GiveBackPlace();
                return;
            }

            if (!consumer.IsNoAck)
            {
                _unacked++;
            }

            batch.Add(consumer, in record, bytes.Length, isRedelivered, messages.CountFailed(record.Position) ?? 0);
        }
    }

    // Nearly every queue has one consumer: it is asked for room once, not for each message.
    private void TakeForOnly(Consumer consumer, DispatchBatch batch, long now, SettledPositions? settled)
    {
        if (batch.IsFull || !messages.Lines.HasReadable)
        {
            return;
        }

        var places = Consumers.TakePlacesOfOnly(batch.Room);
        var taken = 0;
        while (taken < places && !batch.IsFull && messages.TryTakeFirst(now, settled, out var record, out var bytes, out var isRedelivered))
        {
            batch.AddForOnly(consumer, in record, bytes.Length, isRedelivered, messages.CountFailed(record.Position) ?? 0);
            taken++;
        }

        batch.EndOnly(consumer);

        consumer.GiveBackPlaces(places - taken);
        if (!consumer.IsNoAck)
        {
            _unacked += taken;
        }
    }

    /// <summary>Takes the first message for a basic.get, if there is one and it is in memory; it is unacked until settled.</summary>
    public bool TryGet(long now, SettledPositions? settled, bool isNoAck, out RecordRef record, out bool isRedelivered)
    {
        if (messages.Lines.IsRestoring)
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        if (!messages.TryTakeFirst(now, settled, out record, out _, out isRedelivered))
        {
            // One on disk will be asked for again.
            messages.Counters.GetEmpty += messages.Ready == 0 ? 1 : 0;
            return false;
        }

        _unacked++;
        messages.Counters.CountGot(isNoAck, isRedelivered);
        return true;
    }

    /// <summary>Takes the message at a place, as <see cref="TryGet"/> takes the first.</summary>
    public bool TryTake(in BrowsePlace place, out RecordRef record, out bool isRedelivered, out bool isOnDisk)
    {
        (record, isRedelivered, isOnDisk) = (default, false, false);
        if (messages.Lines.IsRestoring || !messages.Lines.TryTake(in place, out record, out isRedelivered, out isOnDisk))
        {
            return false;
        }

        _unacked++;
        messages.Counters.CountGot(isNoAck: false, isRedelivered);
        return true;
    }

    /// <summary>Ends deliveries of a batch that need no acknowledgement, and takes back those that never arrived.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="settled">Takes the positions of persistent messages that are done with; null where nothing is kept.</param>
    public void Complete(DispatchBatch batch, SettledPositions? settled)
    {
        var (taken, noAck, redelivered) = (batch.Count, batch.NoAck, batch.Redelivered);
        for (var i = 0; i < batch.Count && (noAck > 0 || batch.HasRefused); i++)
        {
            ref readonly var delivery = ref batch[i];
            if (delivery.IsRefused)
            {
                taken--;
                noAck -= delivery.Consumer.IsNoAck ? 1 : 0;
                redelivered -= delivery.IsRedelivered ? 1 : 0;
                TakeBack(in delivery);
            }
            else if (delivery.Consumer.IsNoAck)
            {
                messages.Release(delivery.Record, settled);
            }
        }

        messages.Counters.Delivered += taken - noAck;
        messages.Counters.DeliveredNoAck += noAck;
        messages.Counters.Redelivered += redelivered;
    }

    /// <summary>Settles one delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="outcome">What becomes of the message.</param>
    /// <param name="settled">Takes the position of a persistent message that is done with; null where nothing is kept.</param>
    public void Settle(in SettledDelivery delivery, SettleOutcome outcome, SettledPositions? settled)
    {
        Debug.Assert(_unacked > 0, "settled more than was delivered");
        _unacked--;
        if (delivery.Consumer is { } consumer)
        {
            consumer.Unacked--;
        }

        switch (outcome)
        {
            case SettleOutcome.Requeue:
                messages.Return(delivery.Record, settled);
                break;
            case SettleOutcome.Reject:
                messages.Die(delivery.Record, DeathReason.Rejected, settled);
                break;
            default:
                messages.Release(delivery.Record, settled);
                break;
        }
    }

    /// <summary>Counts what the queue holds.</summary>
    public QueueCounts Count() => new(messages.Ready, _unacked, Consumers.Count);

    /// <summary>How it stands now.</summary>
    public QueueFigures ReadFigures() => new()
    {
        Counts = Count(),
        Counters = messages.Counters,
        ReadyBytes = messages.Lines.ReadyBytes,
        UnackedBytes = messages.EstimateUnackedBytes(_unacked),
        BytesInMemory = messages.Lines.BytesInMemory,
    };

    private void TakeBack(in Delivery delivery)
    {
        var consumer = delivery.Consumer;
        consumer.IsGone = true;
        if (!consumer.IsNoAck)
        {
            _unacked--;
            consumer.Unacked--;
            consumer.Window.Release(1);
        }

        messages.PutBack(delivery.Record, delivery.IsRedelivered);
    }
}
