using System.Runtime.InteropServices;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>The acknowledgements of one channel in one read: looked up under one lock, settled queue by queue.</summary>
internal sealed class SettleRun
{
    private const int Capacity = 512;

    private readonly List<PendingSettle> _pending = new(Capacity);
    private readonly List<(Queue Queue, SettleOutcome Outcome)> _targets = [];
    private readonly List<SettledDelivery> _deliveries = [];

    public bool IsEmpty => _pending.Count == 0;

    public bool IsFull => _pending.Count >= Capacity;

    public void Add(in PendingSettle settle) => _pending.Add(settle);

    /// <summary>Settles what has been gathered.</summary>
    /// <exception cref="ChannelException">406: a tag is unknown; what came before it has been settled.</exception>
    public void Settle(AmqpChannel channel, HashSet<Queue> touched)
    {
        if (_pending.Count == 0)
        {
            return;
        }

        var unknown = TakeFromTable(channel);
        _pending.Clear();
        Finish(channel, touched);
        if (unknown is { } bad)
        {
            var error = BasicErrors.UnknownDeliveryTag(bad.DeliveryTag);
            error.Method = bad.Method;
            throw error;
        }
    }

    /// <summary>Settles what has left the table before; nothing else may be gathered.</summary>
    public void SettleTaken(
        AmqpChannel channel, List<(UnackedDelivery Delivery, SettleOutcome Outcome)> taken, HashSet<Queue> touched, JournalTransaction? transaction)
    {
        foreach (var (delivery, outcome) in taken)
        {
            Take(in delivery, outcome);
        }

        Finish(channel, touched, transaction);
    }

    private void Finish(AmqpChannel channel, HashSet<Queue> touched, JournalTransaction? transaction = null)
    {
        SettleByQueue(channel, touched, transaction);
        GivePlacesBack(channel, touched);
        _targets.Clear();
        _deliveries.Clear();
    }

    private PendingSettle? TakeFromTable(AmqpChannel channel)
    {
        lock (channel.Output.Gate)
        {
            var table = channel.Deliveries.Unacked;
            foreach (ref readonly var settle in CollectionsMarshal.AsSpan(_pending))
            {
                if (!TryTake(table, in settle))
                {
                    return settle;
                }
            }
        }

        return null;
    }

    private bool TryTake(UnackedTable table, in PendingSettle settle)
    {
        if (!settle.IsMultiple)
        {
            if (!table.TryTake(settle.DeliveryTag, out var one))
            {
                return false;
            }

            Take(in one, settle.Outcome);
            return true;
        }

        var isAll = settle.DeliveryTag == 0;
        if (!isAll && !table.Contains(settle.DeliveryTag))
        {
            return false;
        }

        var last = isAll ? ulong.MaxValue : settle.DeliveryTag;
        while (table.TryTakeFirst(last, out var delivery))
        {
            Take(in delivery, settle.Outcome);
        }

        return true;
    }

    private void Take(in UnackedDelivery delivery, SettleOutcome outcome)
    {
        // The table gives out only entries that still belong to a queue.
        _targets.Add((delivery.Queue!, outcome));
        _deliveries.Add(delivery.ToSettled());
    }

    private void SettleByQueue(AmqpChannel channel, HashSet<Queue> touched, JournalTransaction? transaction)
    {
        var deliveries = CollectionsMarshal.AsSpan(_deliveries);
        for (var start = 0; start < deliveries.Length;)
        {
            var target = _targets[start];
            var end = start + 1;
            while (end < deliveries.Length && ReferenceEquals(_targets[end].Queue, target.Queue) && _targets[end].Outcome == target.Outcome)
            {
                end++;
            }

            if (transaction is null)
            {
                target.Queue.Settle(deliveries[start..end], target.Outcome);
            }
            else
            {
                target.Queue.Settle(deliveries[start..end], target.Outcome, transaction);
            }

            if (target.Outcome == SettleOutcome.Acknowledge)
            {
                channel.Deliveries.CountAcknowledged(end - start);
            }

            touched.Add(target.Queue);
            start = end;
        }
    }

    private void GivePlacesBack(AmqpChannel channel, HashSet<Queue> touched)
    {
        if (!channel.Window.IsLimited)
        {
            return;
        }

        var places = 0;
        foreach (ref readonly var delivery in CollectionsMarshal.AsSpan(_deliveries))
        {
            places += delivery.Consumer is null ? 0 : 1;
        }

        // A place in the channel's window may go to any of its consumers, on whichever queue.
        channel.Window.Release(places);
        channel.AddConsumedQueues(touched);
    }
}
