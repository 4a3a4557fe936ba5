namespace AmqpBroker.Core.Queues;

/// <summary>What a queue holds at one moment.</summary>
/// <param name="Ready">Messages that could be delivered now.</param>
/// <param name="Unacked">Messages delivered or got and not settled.</param>
/// <param name="Consumers">Consumers on the queue.</param>
public readonly record struct QueueCounts(long Ready, long Unacked, int Consumers);
