namespace AmqpBroker.Core.Statistics;

/// <summary>What has happened on a channel, ever.</summary>
public record struct ChannelCounters
{
    /// <summary>Publishes that are to be confirmed.</summary>
    public long Confirmable { get; set; }

    /// <summary>Publishes confirmed.</summary>
    public long Confirmed { get; set; }

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

    /// <summary>Messages that had been handed out before.</summary>
    public long Redelivered { get; set; }

    /// <summary>Messages acknowledged.</summary>
    public long Acknowledged { get; set; }

    /// <summary>Writes the values in the order of <see cref="StatSet.Channel"/>.</summary>
    public readonly void WriteTo(Span<long> values, PublishTotals publishes) => ((ReadOnlySpan<long>)
    [
        publishes.Published, Confirmable, Confirmed, publishes.Returned, publishes.Dropped,
        Delivered, DeliveredNoAck, Got, GotNoAck, GetEmpty, Redelivered, Acknowledged,
    ]).CopyTo(values);
}
