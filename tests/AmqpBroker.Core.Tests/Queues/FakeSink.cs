using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A channel that keeps what it is sent. Not for several threads.</summary>
internal sealed class FakeSink : IDeliverySink
{
    private readonly List<Consumer> _waiting = [];

    /// <summary>What came, in the order of coming.</summary>
    public List<Received> Received { get; } = [];

    /// <summary>Consumers this channel no longer knows: their deliveries are refused.</summary>
    public HashSet<Consumer> Unknown { get; } = [];

    public List<Consumer> Cancelled { get; } = [];

    public PrefetchWindow Window { get; init; } = new();

    public bool IsBlocked { get; set; }

    /// <summary>How often it has been asked to call back.</summary>
    public int Requests { get; private set; }

    /// <summary>Runs before a share of a batch is taken or refused.</summary>
    public Action<Consumer>? BeforeDelivery { get; set; }

    /// <summary>Runs when a share of a batch has been taken.</summary>
    public Action? AfterDelivery { get; set; }

    /// <summary>Runs when the queue looks whether it may send.</summary>
    public Action? BeforeLook { get; set; }

    public IEnumerable<int> Numbers => Received.Select(delivery => delivery.IsRedelivered ? -delivery.Number : delivery.Number);

    public bool IsWritable
    {
        get
        {
            var isWritable = !IsBlocked;
            BeforeLook?.Invoke();
            return isWritable;
        }
    }

    public void CallWhenWritable(Consumer consumer)
    {
        Requests++;
        _waiting.Add(consumer);
    }

    public object Connection => this;

    public void Deliver(DispatchBatch batch, int first)
    {
        Consumer? last = null;
        for (var i = first; i >= 0; i = batch[i].Next)
        {
            var delivery = batch[i];
            if (delivery.Consumer != last)
            {
                last = delivery.Consumer;
                BeforeDelivery?.Invoke(last);
            }

            if (Unknown.Contains(delivery.Consumer))
            {
                batch.Refuse(i);
                continue;
            }

            Received.Add(new Received(
                Numbered.NumberOf(delivery.Record),
                delivery.IsRedelivered,
                new SettledDelivery(delivery.Record, delivery.Consumer),
                delivery.FailedDeliveries));
        }

        AfterDelivery?.Invoke();
    }

    public void ConsumerCancelled(Consumer consumer) => Cancelled.Add(consumer);

    /// <summary>The socket has drained: calls everyone who asked.</summary>
    public void Unblock()
    {
        IsBlocked = false;
        Consumer[] waiting = [.. _waiting];
        _waiting.Clear();
        foreach (var consumer in waiting)
        {
            consumer.IsWaitingForSink = false;
            consumer.Queue.Dispatch();
        }
    }

    /// <summary>Makes a consumer and puts it on the queue, started but not yet dispatched to.</summary>
    public Consumer Subscribe(Queue queue, int prefetch = 0, bool isNoAck = false)
    {
        var consumer = Consumer(queue, prefetch, isNoAck);
        Assert.That(queue.Subscribe(consumer), Is.EqualTo(SubscribeOutcome.Subscribed));
        consumer.Start();
        return consumer;
    }

    public Consumer Consumer(Queue queue, int prefetch = 0, bool isNoAck = false, bool isExclusive = false) => new()
    {
        Tag = "tag",
        Queue = queue,
        Sink = this,
        Window = Window,
        Prefetch = prefetch,
        IsNoAck = isNoAck,
        IsExclusive = isExclusive,
    };
}
