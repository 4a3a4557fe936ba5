namespace AmqpBroker.Core.Statistics;

/// <summary>What is counted and sampled. All only grow, but for <see cref="Ready"/> and <see cref="Unacked"/>.</summary>
public enum Stat
{
    /// <summary>Messages published: to an exchange, by a channel, or those that a queue took.</summary>
    Publish,

    /// <summary>Messages an exchange has routed to queues, once for each.</summary>
    PublishOut,

    /// <summary>Publishes confirmed.</summary>
    Confirm,

    /// <summary>Mandatory messages returned, since no queue would get them.</summary>
    ReturnUnroutable,

    /// <summary>Other messages that no queue got.</summary>
    DropUnroutable,

    /// <summary>Deliveries that are to be acknowledged.</summary>
    Deliver,

    /// <summary>Deliveries that are not.</summary>
    DeliverNoAck,

    /// <summary>Messages got by basic.get that are to be acknowledged.</summary>
    Get,

    /// <summary>Messages got that are not.</summary>
    GetNoAck,

    /// <summary>basic.get that found nothing.</summary>
    GetEmpty,

    /// <summary>Messages delivered or got that had been before.</summary>
    Redeliver,

    /// <summary>Messages acknowledged.</summary>
    Ack,

    /// <summary>Messages that expired.</summary>
    Expired,

    /// <summary>Messages dropped or refused since there were too many.</summary>
    MaxLength,

    /// <summary>Messages refused for good by a consumer.</summary>
    Rejected,

    /// <summary>Messages delivered in vain too often.</summary>
    DeliveryLimit,

    /// <summary>Messages ready now.</summary>
    Ready,

    /// <summary>Messages delivered or got, and not settled.</summary>
    Unacked,

    /// <summary>Octets received.</summary>
    OctetsReceived,

    /// <summary>Octets sent.</summary>
    OctetsSent,
}
