namespace AmqpBroker.Core.Persistence;

/// <summary>Where a run of messages was enqueued.</summary>
/// <param name="QueueId">The durable queue.</param>
/// <param name="FirstPosition">The position of the run's first message in it; the others follow one by one.</param>
public readonly record struct JournalTarget(long QueueId, long FirstPosition);
