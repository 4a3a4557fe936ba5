using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>One message of a dispatch batch.</summary>
/// <param name="Record">Where the message lies; live until the delivery is settled.</param>
/// <param name="IsRedelivered">Whether it had been delivered before and came back.</param>
/// <param name="Next">The same consumer's next entry in the batch, or -1.</param>
public record struct Delivery(RecordRef Record, bool IsRedelivered, int Next);
