namespace AmqpBroker.Core.Queues;

/// <summary>Where a consumer's messages go: the channel that subscribed. Called outside the queue's lock but where it says otherwise.</summary>
public interface IDeliverySink
{
    /// <summary>False while the consumer's socket holds more unsent data than it should.</summary>
    bool IsWritable { get; }

    /// <summary>
    /// Asks for one call of <see cref="Queue.Dispatch"/>, with <see cref="Consumer.IsWaitingForSink"/> cleared before,
    /// once the sink is writable again. Called under the queue's lock, so it takes none.
    /// </summary>
    void CallWhenWritable(Consumer consumer);

    /// <summary>Sends a consumer its share of a batch, in order.</summary>
    /// <returns>False when consumer or channel is gone: nothing was sent, the messages go back to their places.</returns>
    bool TryDeliver(Consumer consumer, DispatchBatch batch);

    /// <summary>Tells that a consumer's queue is gone; no delivery follows.</summary>
    void ConsumerCancelled(Consumer consumer);
}
