using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>What a transactional channel holds until tx.commit: publishes and acknowledgements. Confined to the input loop.</summary>
internal sealed class ChannelTransaction(long maximumSize = ChannelTransaction.MaximumSize)
{
    /// <summary>Most bytes held: a transaction is one record of the journal, which takes little more, and is in memory until its commit.</summary>
    public const long MaximumSize = 1024 * 1024 * 1024;

    /// <summary>What is counted for anything held beside its own bytes: at least what it takes in the record.</summary>
    private const int Overhead = 64;

    private readonly List<HeldPublish> _publishes = [];
    private readonly List<(UnackedDelivery Delivery, SettleOutcome Outcome)> _settles = [];
    private long _size;

    /// <summary>Publishes held. Any thread.</summary>
    public int Publishes => _publishes.Count;

    /// <summary>Acknowledgements held. Any thread.</summary>
    public int Acks => _settles.Count;

    /// <summary>Holds a publish; the message is copied.</summary>
    /// <exception cref="Protocol.ChannelException">406: the transaction would be too large.</exception>
    public void Publish(Route route, bool isMandatory, in PublishedMessage message)
    {
        Grow(Overhead + (route.Queues.Length * Overhead) + route.WireBytes.Length + message.Header.Length + message.Body.Length);
        var copy = new PublishedMessage
        {
            Header = message.Header.ToArray(),
            Body = message.Body.ToArray(),
            Flags = message.Flags,
            Priority = message.Priority,
            ExpiresAfterMilliseconds = message.ExpiresAfterMilliseconds,
        };
        _publishes.Add(new HeldPublish(route, isMandatory, copy));
    }

    /// <summary>Holds an acknowledgement: its deliveries leave the channel's table, to come back with a rollback.</summary>
    /// <exception cref="Protocol.ChannelException">406: the tag is unknown, or already settled in this transaction.</exception>
    public void Settle(AmqpChannel channel, in PendingSettle settle)
    {
        Grow(0);
        lock (channel.Output.Gate)
        {
            var table = channel.Deliveries.Unacked;
            if (!settle.IsMultiple && table.TryTake(settle.DeliveryTag, out var one))
            {
                Hold(in one, settle.Outcome);
                return;
            }

            var isAll = settle is { IsMultiple: true, DeliveryTag: 0 };
            if (!isAll && !table.Contains(settle.DeliveryTag))
            {
                throw BasicErrors.UnknownDeliveryTag(settle.DeliveryTag);
            }

            while (table.TryTakeFirst(isAll ? ulong.MaxValue : settle.DeliveryTag, out var delivery))
            {
                Hold(in delivery, settle.Outcome);
            }
        }
    }

    /// <summary>Carries out what is held, and begins anew.</summary>
    public CommitOutcome Commit(AmqpChannel channel, InputBatch batch)
    {
        var outcome = batch.Commit(channel, _publishes, _settles);
        _publishes.Clear();
        _settles.Clear();
        _size = 0;
        return outcome;
    }

    /// <summary>Forgets what is held; deliveries settled in the transaction are unsettled again.</summary>
    public void Rollback(AmqpChannel channel)
    {
        _publishes.Clear();
        _size = 0;
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

    private void Hold(in UnackedDelivery delivery, SettleOutcome outcome)
    {
        _settles.Add((delivery, outcome));
        _size += Overhead;
    }

    private void Grow(long bytes)
    {
        if (_size + bytes > maximumSize)
        {
            throw TransactionErrors.TooLarge(maximumSize);
        }

        _size += bytes;
    }
}
