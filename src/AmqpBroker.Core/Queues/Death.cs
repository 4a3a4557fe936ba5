using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>A message that has left the ready ones for good, and is still held: it goes when its dead-letter exchange has had it.</summary>
/// <param name="Record">The message.</param>
/// <param name="Reason">Why.</param>
/// <param name="RefusedTo">Where it lies when the queue refused it, and never had it; null otherwise.</param>
public readonly record struct Death(RecordRef Record, DeathReason Reason, RecordLog? RefusedTo = null);
