using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>A delivery to settle.</summary>
/// <param name="Record">The message.</param>
/// <param name="Consumer">Who had it; null when it was taken by basic.get.</param>
/// <param name="IsRedelivered">The flag it was delivered with.</param>
public readonly record struct SettledDelivery(RecordRef Record, Consumer? Consumer, bool IsRedelivered);
