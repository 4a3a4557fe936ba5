using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>A message taken by basic.get; unacked until settled.</summary>
/// <param name="Record">The message.</param>
/// <param name="IsRedelivered">Whether it had been delivered before and came back.</param>
/// <param name="ReadyLeft">Messages still ready.</param>
public readonly record struct GotMessage(RecordRef Record, bool IsRedelivered, long ReadyLeft);
