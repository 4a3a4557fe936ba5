using System.Runtime.InteropServices;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages taken from a queue under its lock, on their way to consumers outside it; those for one connection form a chain.</summary>
/// <remarks>Confined to the queue's one dispatcher. Reused: a thread keeps one at hand.</remarks>
public sealed class DispatchBatch
{
    /// <summary>Most messages in one batch: what one large read of small messages brings, more or less.</summary>
    private const int MaxMessages = 512;

    /// <summary>A batch is full when its records exceed this: one consumer's socket buffer's worth.</summary>
    private const int MaxBytes = 128 * 1024;

    [ThreadStatic]
    private static DispatchBatch? _cached;

    private readonly Delivery[] _deliveries = new Delivery[MaxMessages];
    private readonly List<Chain> _chains = [];
    private readonly List<Consumer> _consumers = [];
    private int _bytes;

    internal int Count { get; private set; }

    internal bool IsFull => Count == MaxMessages || _bytes >= MaxBytes;

    /// <summary>One chain for each connection.</summary>
    internal List<Chain> Chains => _chains;

    /// <summary>The entry at <paramref name="index"/>.</summary>
    public ref readonly Delivery this[int index] => ref _deliveries[index];

    /// <summary>Says that the entry at <paramref name="index"/> cannot be delivered: its consumer is gone for good.</summary>
    public void Refuse(int index)
    {
        _deliveries[index].IsRefused = true;
        HasRefused = true;
    }

    /// <summary>Whether an entry could not be delivered.</summary>
    internal bool HasRefused { get; private set; }

    /// <summary>How many of the messages need no acknowledgement.</summary>
    internal int NoAck { get; private set; }

    /// <summary>How many of the messages had been delivered before.</summary>
    internal int Redelivered { get; private set; }

    internal static DispatchBatch Rent()
    {
        var batch = _cached ?? new DispatchBatch();
        _cached = null;
        return batch;
    }

    internal static void Return(DispatchBatch batch) => _cached = batch;

    /// <summary>How many messages fit at most.</summary>
    internal int Room => MaxMessages - Count;

    internal void Add(Consumer consumer, in RecordRef record, int length, bool isRedelivered, int failedDeliveries)
    {
        var index = Append(consumer, in record, length, isRedelivered, failedDeliveries, next: -1);
        if (consumer.BatchChain < 0)
        {
            consumer.BatchChain = ChainFor(consumer.Sink, index);
            _consumers.Add(consumer);
        }

        ref var chain = ref CollectionsMarshal.AsSpan(_chains)[consumer.BatchChain];
        if (chain.Last != index)
        {
            _deliveries[chain.Last].Next = (short)index;
            chain.Last = index;
        }
    }

    /// <summary>As <see cref="Add"/>, of a message for the only consumer there is: see <see cref="EndOnly"/>.</summary>
    internal void AddForOnly(Consumer consumer, in RecordRef record, int length, bool isRedelivered, int failedDeliveries) =>
        Append(consumer, in record, length, isRedelivered, failedDeliveries, next: (short)(Count + 1));

    /// <summary>Ends the batch of one consumer: its messages follow each other as they are.</summary>
    internal void EndOnly(Consumer consumer)
    {
        if (Count > 0)
        {
            _deliveries[Count - 1].Next = -1;
            _chains.Add(new Chain(consumer.Sink, 0, Count - 1));
        }
    }

    internal void Clear()
    {
        foreach (var consumer in _consumers)
        {
            consumer.BatchChain = -1;
        }

        _deliveries.AsSpan(0, Count).Clear();
        _consumers.Clear();
        _chains.Clear();
        Count = 0;
        NoAck = 0;
        Redelivered = 0;
        HasRefused = false;
        _bytes = 0;
    }

    private int Append(Consumer consumer, in RecordRef record, int length, bool isRedelivered, int failedDeliveries, short next)
    {
        var index = Count++;
        _deliveries[index] = new Delivery(consumer, record, isRedelivered, failedDeliveries, next);
        _bytes += length;
        NoAck += consumer.IsNoAck ? 1 : 0;
        Redelivered += isRedelivered ? 1 : 0;
        return index;
    }

    private int ChainFor(IDeliverySink sink, int index)
    {
        for (var i = 0; i < _chains.Count; i++)
        {
            if (ReferenceEquals(_chains[i].Sink.Connection, sink.Connection))
            {
                return i;
            }
        }

        _chains.Add(new Chain(sink, index, index));
        return _chains.Count - 1;
    }

    /// <summary>The entries for one connection, first and last.</summary>
    internal record struct Chain(IDeliverySink Sink, int First, int Last);
}
