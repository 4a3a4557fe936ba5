using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Queues;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel's consumers, delivery tags and unsettled deliveries. Guarded by the connection's output.</summary>
internal sealed class ChannelDeliveries
{
    private readonly Dictionary<string, Consumer> _consumers = new(StringComparer.Ordinal);
    private readonly UnackedTable _unacked = new();

    public UnackedTable Unacked => _unacked;

    /// <summary>The delivery tag given out last; 0 before the first.</summary>
    public ulong LastTag { get; private set; }

    public IReadOnlyCollection<Consumer> Consumers => _consumers.Values;

    public bool HasConsumer(string tag) => _consumers.ContainsKey(tag);

    public bool IsConsuming(Consumer consumer) =>
        _consumers.TryGetValue(consumer.Tag, out var current) && ReferenceEquals(current, consumer);

    public void Add(Consumer consumer) => _consumers.Add(consumer.Tag, consumer);

    public bool Remove(Consumer consumer) => IsConsuming(consumer) && _consumers.Remove(consumer.Tag);

    public bool TryRemove(string tag, [NotNullWhen(true)] out Consumer? consumer) => _consumers.Remove(tag, out consumer);

    /// <summary>Gives a delivery its tag, and remembers it unless it counts as acknowledged.</summary>
    public ulong Number(Consumer consumer, in Delivery delivery)
    {
        var tag = ++LastTag;
        if (!consumer.IsNoAck)
        {
            _unacked.Add(new UnackedDelivery(tag, consumer.Queue, consumer, delivery.Record, delivery.IsRedelivered));
        }

        return tag;
    }

    /// <summary>Gives a message that was got its tag, and remembers it unless it counts as acknowledged.</summary>
    public ulong Number(Queue queue, in GotMessage message, bool isNoAck)
    {
        var tag = ++LastTag;
        if (!isNoAck)
        {
            _unacked.Add(new UnackedDelivery(tag, queue, Consumer: null, message.Record, message.IsRedelivered));
        }

        return tag;
    }
}
