using System.Collections.Concurrent;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A channel on a thread of its own: its consumer's deliveries wait here, and while there are many the socket is "full".</summary>
/// <remarks>Deliveries are guarded by one lock, as a connection's output is; no queue is called under it, nor it under a queue's.</remarks>
internal sealed class BusyChannel : IDeliverySink, IDisposable
{
    private const int FullFrom = 64;
    private const int DrainedFrom = 16;

    private readonly Lock _gate = new();
    private readonly Queue<Received> _deliveries = new();
    private readonly ConcurrentQueue<Consumer> _waiting = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private volatile int _count;
    private int _refusals;
    private bool _isClosed;

    public PrefetchWindow Window { get; } = new();

    /// <summary>How often it was full when the queue wanted to send.</summary>
    public int Refusals => _refusals;

    public bool IsWritable => _count < FullFrom;

    public void CallWhenWritable(Consumer consumer)
    {
        Interlocked.Increment(ref _refusals);
        _waiting.Enqueue(consumer);
    }

    public object Connection => this;

    public void Deliver(DispatchBatch batch, int first)
    {
        lock (_gate)
        {
            for (var i = first; i >= 0; i = batch[i].Next)
            {
                var delivery = batch[i];
                if (_isClosed)
                {
                    batch.Refuse(i);
                    continue;
                }

                _deliveries.Enqueue(new Received(
                    Numbered.NumberOf(delivery.Record),
                    delivery.IsRedelivered,
                    new SettledDelivery(delivery.Record, delivery.Consumer)));
            }

            if (_isClosed)
            {
                return;
            }

            _count = _deliveries.Count;
            _arrived.Release();
        }
    }

    public void ConsumerCancelled(Consumer consumer)
    {
    }

    /// <summary>Waits for deliveries and takes at most <paramref name="count"/>; whoever waited for room is called.</summary>
    public void Take(List<Received> into, int count, CancellationToken cancellationToken)
    {
        into.Clear();
        while (true)
        {
            lock (_gate)
            {
                while (into.Count < count && _deliveries.TryDequeue(out var received))
                {
                    into.Add(received);
                }

                _count = _deliveries.Count;
            }

            if (into.Count > 0)
            {
                CallWaiting();
                return;
            }

            _arrived.Wait(cancellationToken);
        }
    }

    /// <summary>Refuses from now on, and gives what has come and was not taken.</summary>
    public List<Received> Close()
    {
        lock (_gate)
        {
            _isClosed = true;
            List<Received> rest = [.. _deliveries];
            _deliveries.Clear();
            return rest;
        }
    }

    public void Dispose() => _arrived.Dispose();

    private void CallWaiting()
    {
        while (_count <= DrainedFrom && _waiting.TryDequeue(out var consumer))
        {
            consumer.IsWaitingForSink = false;
            consumer.Queue.Dispatch();
        }
    }
}
