namespace AmqpBroker.Core.Queues;

/// <summary>Where messages that died go on to.</summary>
public interface IDeadLetterExchange
{
    /// <summary>
    /// Publishes messages that died to where the settings say, in order, each with its death recorded in its headers. What no queue takes is
    /// dropped. When this returns, every target has the message as safely as its queue had it. Called outside every lock.
    /// </summary>
    /// <param name="queue">Where they died.</param>
    /// <param name="settings">The queue's settings.</param>
    /// <param name="deaths">The messages; held by the queue until this returns.</param>
    void Publish(Queue queue, QueueSettings settings, IReadOnlyList<Death> deaths);
}
