namespace AmqpBroker.Core.Queues;

/// <summary>Where messages that died go on to.</summary>
public interface IDeadLetterExchange
{
    /// <summary>
    /// Publishes a message that died to where the settings say, with its death recorded in its headers. When no queue is there to take it, it is
    /// dropped. Every target that took it has it as safely as its queue had it when this returns. Called outside every lock.
    /// </summary>
    /// <param name="queue">Where it died.</param>
    /// <param name="settings">The queue's settings.</param>
    /// <param name="letter">The message; held by the queue.</param>
    /// <returns>The names of the queues that are full and have refused it.</returns>
    IReadOnlyList<string> Publish(Queue queue, QueueSettings settings, in DeadLetter letter);
}
