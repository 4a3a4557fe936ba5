using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages taken from a queue under its lock, on their way to consumers outside it; each consumer's form a chain.</summary>
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
    private readonly List<Consumer> _consumers = [];
    private int _bytes;

    internal int Count { get; private set; }

    internal bool IsFull => Count == MaxMessages || _bytes >= MaxBytes;

    internal List<Consumer> Consumers => _consumers;

    /// <summary>The entry at <paramref name="index"/>.</summary>
    public ref readonly Delivery this[int index] => ref _deliveries[index];

    /// <summary>Index of a consumer's first entry, or -1; the entries chain on by <see cref="Delivery.Next"/>.</summary>
    public static int FirstOf(Consumer consumer)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        return consumer.BatchHead;
    }

    internal static DispatchBatch Rent()
    {
        var batch = _cached ?? new DispatchBatch();
        _cached = null;
        return batch;
    }

    internal static void Return(DispatchBatch batch) => _cached = batch;

    internal void Add(Consumer consumer, in RecordRef record, bool isRedelivered)
    {
        var index = Count++;
        _deliveries[index] = new Delivery(record, isRedelivered, -1);
        _bytes += record.Bytes.Length;
        if (consumer.BatchHead < 0)
        {
            consumer.BatchHead = index;
            _consumers.Add(consumer);
        }
        else
        {
            _deliveries[consumer.BatchTail].Next = index;
        }

        consumer.BatchTail = index;
    }

    internal void Clear()
    {
        foreach (var consumer in _consumers)
        {
            consumer.BatchHead = -1;
            consumer.BatchTail = -1;
        }

        _consumers.Clear();
        Count = 0;
        _bytes = 0;
    }
}
