namespace AmqpBroker.Core.Queues;

/// <summary>Where a consumer's messages go: the channel that subscribed. Called outside every lock of this project.</summary>
public interface IDeliverySink
{
    /// <summary>
    /// False while the consumer's socket holds more unsent data than it should. The sink promises to call
    /// <see cref="Queue.Dispatch"/> for each <see cref="Consumer.IsWaitingForSink"/> once it has turned true again.
    /// </summary>
    bool IsWritable { get; }

    /// <summary>Sends a consumer its share of a batch, in order.</summary>
    /// <returns>False when consumer or channel is gone: nothing was sent, the messages go back to their places.</returns>
    bool TryDeliver(Consumer consumer, DispatchBatch batch);

    /// <summary>Tells that a consumer's queue is gone; no delivery follows.</summary>
    void ConsumerCancelled(Consumer consumer);
}
