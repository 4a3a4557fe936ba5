using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Statistics;

/// <summary>What has happened in a queue, ever. Guarded by the queue, and counted once for each run or batch of messages.</summary>
public record struct QueueCounters
{
    /// <summary>Messages taken.</summary>
    public long Published { get; set; }

    /// <summary>Deliveries that are to be acknowledged.</summary>
    public long Delivered { get; set; }

    /// <summary>Deliveries that are not.</summary>
    public long DeliveredNoAck { get; set; }

    /// <summary>Messages got that are to be acknowledged.</summary>
    public long Got { get; set; }

    /// <summary>Messages got that are not.</summary>
    public long GotNoAck { get; set; }

    /// <summary>Gets that found nothing.</summary>
    public long GetEmpty { get; set; }

    /// <summary>Messages handed out that had been before.</summary>
    public long Redelivered { get; set; }

    /// <summary>Messages acknowledged.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Messages that expired.</summary>
    public long Expired { get; set; }

    /// <summary>Messages dropped or refused since there were too many.</summary>
    public long MaxLength { get; set; }

    /// <summary>Messages refused for good by a consumer.</summary>
    public long Rejected { get; set; }

    /// <summary>Messages delivered in vain too often.</summary>
    public long DeliveryLimit { get; set; }

    /// <summary>Counts a message that was got.</summary>
    internal void CountGot(bool isNoAck, bool isRedelivered)
    {
        Redelivered += isRedelivered ? 1 : 0;
        Got += isNoAck ? 0 : 1;
        GotNoAck += isNoAck ? 1 : 0;
    }

    /// <summary>Counts deliveries that have been settled.</summary>
    internal void CountSettled(int count, SettleOutcome outcome) => Acknowledged += outcome == SettleOutcome.Acknowledge ? count : 0;

    /// <summary>Counts a message that died.</summary>
    internal void CountDeath(DeathReason reason)
    {
        switch (reason)
        {
            case DeathReason.Expired: Expired++; break;
            case DeathReason.MaxLength: MaxLength++; break;
            case DeathReason.Rejected: Rejected++; break;
            default: DeliveryLimit++; break;
        }
    }

    /// <summary>Writes the values in the order of <see cref="StatSet.Queue"/>.</summary>
    internal readonly void WriteTo(Span<long> values, in QueueCounts counts) => ((ReadOnlySpan<long>)
    [
        Published, Delivered, DeliveredNoAck, Got, GotNoAck, GetEmpty, Redelivered, Acknowledged,
        Expired, MaxLength, Rejected, DeliveryLimit, counts.Ready, counts.Unacked,
    ]).CopyTo(values);
}
