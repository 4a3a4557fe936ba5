namespace AmqpBroker.Core.Deduplication;

/// <summary>Queues of a route that a message reaches only through a deduplicating exchange, if that has not seen its id.</summary>
/// <param name="Cache">The exchange's ids.</param>
/// <param name="First">The first of the queues.</param>
/// <param name="Count">How many they are.</param>
public sealed record RouteGuard(DeduplicationCache Cache, int First, int Count);
