namespace AmqpBroker.Core.Delays;

/// <summary>Where messages go whose time has come.</summary>
internal interface IDelayedPublisher
{
    /// <summary>
    /// Routes messages by the bindings that their exchange has now, in order. What no queue takes is dropped. When this returns, every
    /// target has the message as safely as the delay queue had it. Called outside every lock.
    /// </summary>
    /// <param name="queue">The queue of the exchange that kept them.</param>
    /// <param name="messages">The message records; held by the queue until this returns.</param>
    void Publish(DelayQueue queue, IReadOnlyList<PendingMessage> messages);
}
