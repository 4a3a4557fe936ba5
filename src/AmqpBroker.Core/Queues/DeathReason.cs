namespace AmqpBroker.Core.Queues;

/// <summary>Why a message left its queue without being consumed.</summary>
public enum DeathReason
{
    /// <summary>basic.reject or basic.nack without requeue.</summary>
    Rejected,

    /// <summary>Its time was over.</summary>
    Expired,

    /// <summary>The queue was full.</summary>
    MaxLength,

    /// <summary>It had been delivered too often.</summary>
    DeliveryLimit,
}
