using AmqpBroker.Core.Messages;

namespace AmqpBroker.Core.Queues;

/// <summary>A ready message that was looked at, and stays where it is: a copy.</summary>
/// <param name="Place">Where it stands in the order of delivery.</param>
/// <param name="Position">Its position in the queue.</param>
/// <param name="IsRedelivered">Whether it has been delivered before.</param>
/// <param name="FailedDeliveries">How often it has been delivered in vain; null on queues that do not count.</param>
/// <param name="BodyLength">Bytes of its whole body.</param>
/// <param name="Bytes">Its record (<see cref="MessageRecord"/>), with as much of its body as was asked for.</param>
public sealed record BrowsedMessage(
    BrowsePlace Place, long Position, bool IsRedelivered, int? FailedDeliveries, int BodyLength, ReadOnlyMemory<byte> Bytes);
