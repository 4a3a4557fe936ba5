using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>A queue that a message would reach.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Path">The way there; of several the one found first.</param>
/// <param name="IsCertain">Whether each such message comes, or only those for which an exchange on the way picks it.</param>
public sealed record ReachedQueue(Queue Queue, IReadOnlyList<RouteHop> Path, bool IsCertain);
