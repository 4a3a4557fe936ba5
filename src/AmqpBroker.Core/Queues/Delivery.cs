using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>One message of a dispatch batch.</summary>
/// <param name="Consumer">Who gets it.</param>
/// <param name="Record">Where the message lies; live until the delivery is settled.</param>
/// <param name="IsRedelivered">Whether it had been delivered before and came back.</param>
/// <param name="FailedDeliveries">How often it had been delivered in vain; 0 on queues that do not count.</param>
/// <param name="Next">The next entry for the same connection, or -1.</param>
public record struct Delivery(Consumer Consumer, RecordRef Record, bool IsRedelivered, int FailedDeliveries, short Next)
{
    /// <summary>The consumer is gone; the message goes back to its place.</summary>
    public bool IsRefused { get; internal set; }
}
