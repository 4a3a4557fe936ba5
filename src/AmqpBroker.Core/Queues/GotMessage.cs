using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>A message taken by basic.get; unacked until settled.</summary>
/// <param name="Record">The message.</param>
/// <param name="IsRedelivered">Whether it had been delivered before and came back.</param>
/// <param name="ReadyLeft">Messages still ready.</param>
/// <param name="FailedDeliveries">How often it had been delivered in vain; null on queues that do not count.</param>
public readonly record struct GotMessage(RecordRef Record, bool IsRedelivered, long ReadyLeft, int? FailedDeliveries = null);
