using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A channel that keeps what it is sent until it is acknowledged, and allocates nothing for it.</summary>
internal sealed class SettlingSink(int capacity) : IDeliverySink
{
    private readonly SettledDelivery[] _unacked = new SettledDelivery[capacity];
    private int _count;

    /// <summary>Body bytes that came, so that somebody has looked at them.</summary>
    public long BodyBytes { get; private set; }

    public bool IsWritable => true;

    public void CallWhenWritable(Consumer consumer)
    {
    }

    public object Connection => this;

    public void Deliver(DispatchBatch batch, int first)
    {
        for (var i = first; i >= 0; i = batch[i].Next)
        {
            ref readonly var delivery = ref batch[i];
            BodyBytes += new MessageRecord(delivery.Record.Bytes).Body.Length;
            if (!delivery.Consumer.IsNoAck)
            {
                _unacked[_count++] = new SettledDelivery(delivery.Record, delivery.Consumer);
            }
        }
    }

    public void ConsumerCancelled(Consumer consumer)
    {
    }

    /// <summary>Acknowledges everything.</summary>
    public void Acknowledge(Queue queue)
    {
        queue.Settle(_unacked.AsSpan(0, _count), SettleOutcome.Acknowledge);
        _count = 0;
        queue.Dispatch();
    }
}
