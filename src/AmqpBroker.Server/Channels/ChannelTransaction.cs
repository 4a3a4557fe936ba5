using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Server.Channels;

/// <summary>What a transactional channel holds until tx.commit: publishes and acknowledgements. Confined to the input loop.</summary>
internal sealed class ChannelTransaction
{
    private readonly List<(Route Route, bool IsMandatory, PublishedMessage Message)> _publishes = [];
    private readonly List<PendingSettle> _settles = [];

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

    /// <summary>Holds an acknowledgement.</summary>
    /// <exception cref="Protocol.ChannelException">406: the tag is unknown, or already settled in this transaction.</exception>
    public void Settle(AmqpChannel channel, in PendingSettle settle)
    {
        var tag = settle.DeliveryTag;
        lock (channel.Output.Gate)
        {
            var isAll = tag == 0 && settle.IsMultiple;
            if (!isAll && (IsHeld(tag) || !channel.Deliveries.Unacked.Contains(tag)))
            {
                throw BasicErrors.UnknownDeliveryTag(tag);
            }

            // Everything up to now, not what may be delivered until the commit.
            _settles.Add(isAll ? settle with { DeliveryTag = channel.Deliveries.LastTag, IsUpTo = true } : settle);
        }
    }

    /// <summary>Carries out what is held: publishes become visible, then acknowledgements count.</summary>
    public void Commit(AmqpChannel channel, InputBatch batch)
    {
        foreach (var (route, isMandatory, message) in _publishes)
        {
            channel.Publish(route, isMandatory, in message, batch);
        }

        foreach (var settle in _settles)
        {
            batch.Settle(channel, in settle);
        }

        batch.Flush();
        Rollback();
    }

    /// <summary>Forgets what is held; deliveries settled in the transaction are unsettled again.</summary>
    public void Rollback()
    {
        _publishes.Clear();
        _settles.Clear();
    }

    private bool IsHeld(ulong tag) =>
        _settles.Exists(held => held.DeliveryTag == tag || (held.IsMultiple && tag < held.DeliveryTag));
}
