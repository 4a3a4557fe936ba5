using AmqpBroker.Core.Queues;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Server.Output;

/// <summary>A delivery that its client has not settled.</summary>
/// <param name="Tag">The delivery tag, unique on its channel.</param>
/// <param name="Queue">Where the message belongs; null once settled, until the entry is dropped.</param>
/// <param name="Consumer">Who got it; null for basic.get.</param>
/// <param name="Record">The message.</param>
/// <param name="IsRedelivered">The flag it was sent with.</param>
internal readonly record struct UnackedDelivery(ulong Tag, Queue? Queue, Consumer? Consumer, RecordRef Record, bool IsRedelivered)
{
    /// <summary>What the queue needs to settle it.</summary>
    public SettledDelivery ToSettled() => new(Record, Consumer, IsRedelivered);
}
