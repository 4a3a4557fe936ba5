using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages that came back, in the order of their original places; they are delivered before the log's cursor goes on.</summary>
/// <remarks>Guarded by its queue. A binary heap: a channel that closes may bring a hundred thousand at once, in any order.</remarks>
internal sealed class RequeuedMessages
{
    private PriorityQueue<(RecordRef Record, bool IsRedelivered), long>? _byPosition;

    public int Count => _byPosition?.Count ?? 0;

    public void Add(in RecordRef record, bool isRedelivered) =>
        (_byPosition ??= new()).Enqueue((record, isRedelivered), record.Position);

    public bool TryTakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (_byPosition is null || !_byPosition.TryDequeue(out var first, out _))
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        (record, isRedelivered) = first;
        if (_byPosition.Count == 0)
        {
            // A large heap is not kept: it held a whole channel's unacknowledged messages once, and may never again.
            if (_byPosition.EnsureCapacity(0) > 1024)
            {
                _byPosition = null;
            }
        }

        return true;
    }
}
