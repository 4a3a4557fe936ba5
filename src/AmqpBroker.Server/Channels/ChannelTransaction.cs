using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>What a transactional channel holds until tx.commit: publishes and acknowledgements. Confined to the input loop.</summary>
internal sealed class ChannelTransaction
{
    private readonly List<(Route Route, bool IsMandatory, PublishedMessage Message)> _publishes = [];
    private readonly List<(UnackedDelivery Delivery, SettleOutcome Outcome)> _settles = [];

    /// <summary>Holds a publish; the message is copied.</summary>
    public void Publish(Route route, bool isMandatory, in PublishedMessage message)
    {
        var copy = new PublishedMessage
        {
            Header = message.Header.ToArray(),
            Body = message.Body.ToArray(),
            Flags = message.Flags,
            Priority = message.Priority,
            ExpiresAfterMilliseconds = message.ExpiresAfterMilliseconds,
        };
        _publishes.Add((route, isMandatory, copy));
    }

    /// <summary>Holds an acknowledgement: its deliveries leave the channel's table, to come back with a rollback.</summary>
    /// <exception cref="Protocol.ChannelException">406: the tag is unknown, or already settled in this transaction.</exception>
    public void Settle(AmqpChannel channel, in PendingSettle settle)
    {
        lock (channel.Output.Gate)
        {
            var table = channel.Deliveries.Unacked;
            if (!settle.IsMultiple && table.TryTake(settle.DeliveryTag, out var one))
            {
                _settles.Add((one, settle.Outcome));
                return;
            }

            var isAll = settle is { IsMultiple: true, DeliveryTag: 0 };
            if (!isAll && !table.Contains(settle.DeliveryTag))
            {
                throw BasicErrors.UnknownDeliveryTag(settle.DeliveryTag);
            }

            while (table.TryTakeFirst(isAll ? ulong.MaxValue : settle.DeliveryTag, out var delivery))
            {
                _settles.Add((delivery, settle.Outcome));
            }
        }
    }

    /// <summary>Carries out what is held: publishes become visible, then acknowledgements count.</summary>
    public void Commit(AmqpChannel channel, InputBatch batch)
    {
        foreach (var (route, isMandatory, message) in _publishes)
        {
            channel.Publish(route, isMandatory, in message, batch);
        }

        batch.FlushPublishes();
        batch.SettleTaken(channel, _settles);
        _publishes.Clear();
        _settles.Clear();
    }

    /// <summary>Forgets what is held; deliveries settled in the transaction are unsettled again.</summary>
    public void Rollback(AmqpChannel channel)
    {
        _publishes.Clear();
        if (_settles.Count == 0)
        {
            return;
        }

        lock (channel.Output.Gate)
        {
            var table = channel.Deliveries.Unacked;
            var unsettled = _settles.ConvertAll(held => held.Delivery);
            while (table.TryTakeFirst(ulong.MaxValue, out var delivery))
            {
                unsettled.Add(delivery);
            }

            // The table wants its tags in order.
            unsettled.Sort(static (first, second) => first.Tag.CompareTo(second.Tag));
            foreach (var delivery in unsettled)
            {
                table.Add(in delivery);
            }
        }

        _settles.Clear();
    }
}
