using AmqpBroker.Core.Clients;

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

    /// <summary>
    /// What messages are sent through: deliveries to all consumers of one connection go out together, in the queue's
    /// order, by the sink of any of them.
    /// </summary>
    object Connection { get; }

    /// <summary>The channel, for whoever lists consumers; null where there is none.</summary>
    IClientChannel? Channel => null;

    /// <summary>
    /// Sends one chain of a batch, all for consumers of <see cref="Connection"/>, in order. Messages whose consumer or
    /// channel is gone are marked by <see cref="DispatchBatch.Refuse"/> and go back to their places.
    /// </summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">Index of the chain's first entry; the others follow by <see cref="Delivery.Next"/>.</param>
    void Deliver(DispatchBatch batch, int first);

    /// <summary>Tells that a consumer's queue is gone; no delivery follows.</summary>
    void ConsumerCancelled(Consumer consumer);
}
