using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Statistics;

/// <summary>By what messages that died are told apart.</summary>
/// <param name="Type">The type of their queue.</param>
/// <param name="Strategy">What becomes of them: <c>disabled</c> where they are dropped, <c>at_most_once</c>, <c>at_least_once</c>.</param>
/// <param name="Reason">Why they died.</param>
public readonly record struct DeadLetterKey(QueueType Type, string Strategy, DeathReason Reason);
