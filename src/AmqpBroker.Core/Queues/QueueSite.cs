using AmqpBroker.Core.Delays;

namespace AmqpBroker.Core.Queues;

/// <summary>What a queue finds around it.</summary>
/// <param name="VirtualHost">The virtual host's name.</param>
/// <param name="Time">The clock.</param>
/// <param name="Timers">Wakes it when messages may have expired.</param>
/// <param name="DeadLetters">Takes the messages that die in it; null when there is nothing to take them.</param>
/// <param name="DeleteUnused">Deletes a queue that nobody has used for too long, unless someone does now; null when nobody can.</param>
public sealed record QueueSite(
    string VirtualHost, TimeProvider Time, QueueTimers Timers, IDeadLetterExchange? DeadLetters = null, Action<Queue>? DeleteUnused = null)
{
    /// <summary>Takes the messages that a delayed-message exchange has kept until now; null when there is nothing to take them.</summary>
    internal IDelayedPublisher? Delayed { get; init; }
}
