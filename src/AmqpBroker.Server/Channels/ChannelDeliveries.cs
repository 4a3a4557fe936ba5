using System.Diagnostics.CodeAnalysis;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>A channel's consumers, delivery tags and unsettled deliveries. Guarded by the connection's output.</summary>
internal sealed class ChannelDeliveries(TimeProvider time)
{
    private readonly Dictionary<string, Consumer> _consumers = new(StringComparer.Ordinal);
    private readonly UnackedTable _unacked = new();
    private bool _gotWithTimeout;
    private ChannelCounters _counters;

    public UnackedTable Unacked => _unacked;

    /// <summary>What has happened on the channel; confirms are not counted here.</summary>
    public ChannelCounters Counters => _counters;

    /// <summary>How long they have been unsettled.</summary>
    public DeliveryAges Ages => field ??= new DeliveryAges(time);

    /// <summary>The delivery tag given out last; 0 before the first.</summary>
    public ulong LastTag { get; private set; }

    public IReadOnlyCollection<Consumer> Consumers => _consumers.Values;

    /// <summary>Looks for a delivery that has been unsettled for as long as it may.</summary>
    /// <param name="timeout">The time for those of queues that say nothing of it; zero for ever.</param>
    /// <returns>The time it had; null when there is none.</returns>
    public TimeSpan? FindOverdue(TimeSpan timeout)
    {
        var hasOwnTimeouts = _gotWithTimeout || _consumers.Values.Any(static consumer => consumer.Queue.Settings.ConsumerTimeout is not null);
        return Ages.FindOverdue(_unacked, LastTag, timeout, hasOwnTimeouts);
    }

    /// <summary>Adds a consumer; false when the channel has one of that tag.</summary>
    public bool TryAdd(Consumer consumer, ConsumerSink sink)
    {
        if (!_consumers.TryAdd(consumer.Tag, consumer))
        {
            return false;
        }

        sink.IsOpen = true;
        return true;
    }

    /// <summary>Takes a consumer off; nothing is delivered to it from now on.</summary>
    public bool Remove(Consumer consumer)
    {
        // By identity: the tag may have been given to another since.
        if (!_consumers.TryGetValue(consumer.Tag, out var current) || !ReferenceEquals(current, consumer))
        {
            return false;
        }

        return TryRemove(consumer.Tag, out _);
    }

    public bool TryRemove(string tag, [NotNullWhen(true)] out Consumer? consumer)
    {
        if (!_consumers.Remove(tag, out consumer))
        {
            return false;
        }

        ((ConsumerSink)consumer.Sink).IsOpen = false;
        return true;
    }

    public bool HasConsumer(string tag) => _consumers.ContainsKey(tag);

    /// <summary>Gives a direct reply its tag; it counts as acknowledged.</summary>
    public ulong NumberReply() => ++LastTag;

    /// <summary>Counts deliveries that have been sent.</summary>
    public void CountDelivered(int count, int noAck, int redelivered)
    {
        _counters.Delivered += count - noAck;
        _counters.DeliveredNoAck += noAck;
        _counters.Redelivered += redelivered;
    }

    /// <summary>Counts a get that found nothing; for the input loop alone, without the output's lock.</summary>
    public void CountGetEmpty() => _counters.GetEmpty++;

    /// <summary>Counts deliveries that have been acknowledged; for the input loop alone, without the output's lock.</summary>
    public void CountAcknowledged(int count) => _counters.Acknowledged += count;

    /// <summary>Gives a delivery its tag, and remembers it unless it counts as acknowledged.</summary>
    public ulong Number(in Delivery delivery)
    {
        var tag = ++LastTag;
        if (!delivery.Consumer.IsNoAck)
        {
            _unacked.Add(new UnackedDelivery(tag, delivery.Consumer.Queue, delivery.Consumer, delivery.Record));
        }

        return tag;
    }

    /// <summary>Gives a message that was got its tag, and remembers it unless it counts as acknowledged.</summary>
    public ulong Number(Queue queue, in GotMessage message, bool isNoAck)
    {
        var tag = ++LastTag;
        _counters.Redelivered += message.IsRedelivered ? 1 : 0;
        _counters.Got += isNoAck ? 0 : 1;
        _counters.GotNoAck += isNoAck ? 1 : 0;
        if (!isNoAck)
        {
            _gotWithTimeout |= queue.Settings.ConsumerTimeout is not null;
            _unacked.Add(new UnackedDelivery(tag, queue, Consumer: null, message.Record));
        }

        return tag;
    }
}
