using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Queues;

/// <summary>Messages that came back; they are delivered before the log's cursor goes on.</summary>
/// <remarks>Guarded by its queue. A binary heap: a channel that closes may bring a hundred thousand at once, in any order.</remarks>
/// <param name="keepsReturnOrder">Whether they go out in the order of their return, instead of that of their original places.</param>
internal sealed class RequeuedMessages(bool keepsReturnOrder = false)
{
    /// <summary>Behind all returns, when these keep their order: a message that never reached its consumer was not returned.</summary>
    private const long BehindReturned = long.MaxValue / 2;

    private PriorityQueue<(RecordRef Record, bool IsRedelivered), long>? _byPlace;
    private long _returns;

    public int Count => _byPlace?.Count ?? 0;

    /// <summary>When the first of them may expire; too early at worst.</summary>
    public long NextDue { get; private set; } = long.MaxValue;

    public void Add(in RecordRef record, bool isRedelivered)
    {
        (_byPlace ??= new()).Enqueue((record, isRedelivered), PlaceOf(in record, isRedelivered));
        NextDue = Math.Min(NextDue, MessageRecord.DueOf(record.Bytes));
    }

    /// <summary>Takes those that have expired, in the order of their places.</summary>
    public void TakeExpired(long now, List<RecordRef> expired)
    {
        var kept = new List<(RecordRef Record, bool IsRedelivered)>();
        NextDue = long.MaxValue;
        while (TryTakeFirst(out var record, out var isRedelivered))
        {
            if (MessageRecord.DueOf(record.Bytes) <= now)
            {
                expired.Add(record);
            }
            else
            {
                kept.Add((record, isRedelivered));
            }
        }

        foreach (var (record, isRedelivered) in kept)
        {
            Add(in record, isRedelivered);
        }
    }

    public bool TryTakeFirst(out RecordRef record, out bool isRedelivered)
    {
        if (_byPlace is null || !_byPlace.TryDequeue(out var first, out _))
        {
            record = default;
            isRedelivered = false;
            return false;
        }

        (record, isRedelivered) = first;
        if (_byPlace.Count == 0)
        {
            // A large heap is not kept: it held a whole channel's unacknowledged messages once, and may never again.
            if (_byPlace.EnsureCapacity(0) > 1024)
            {
                _byPlace = null;
            }
        }

        return true;
    }

    /// <summary>Copies out those behind a place, in their order.</summary>
    /// <param name="place">The place.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="into">Takes them.</param>
    public void CopyBehind(long place, int most, List<(RecordRef Record, bool IsRedelivered, long Place)> into)
    {
        if (_byPlace is null)
        {
            return;
        }

        // Of those behind, the nearest: the farthest of them is the first to go.
        var nearest = new PriorityQueue<(RecordRef Record, bool IsRedelivered, long Place), long>();
        foreach (var ((record, isRedelivered), at) in _byPlace.UnorderedItems)
        {
            if (at > place && (nearest.Count < most || at < nearest.Peek().Place))
            {
                nearest.Enqueue((record, isRedelivered, at), -at);
                if (nearest.Count > most)
                {
                    nearest.Dequeue();
                }
            }
        }

        var first = into.Count;
        while (nearest.TryDequeue(out var message, out _))
        {
            into.Add(message);
        }

        into.Reverse(first, into.Count - first);
    }

    /// <summary>The places of those behind a place, in no order.</summary>
    public long[] CopyPlacesBehind(long place) =>
        _byPlace is null ? [] : [.. _byPlace.UnorderedItems.Select(static item => item.Priority).Where(at => at > place)];

    /// <summary>Takes the one at a place.</summary>
    public bool TryTake(long place, out RecordRef record, out bool isRedelivered)
    {
        (record, isRedelivered) = (default, false);
        if (_byPlace is null || !_byPlace.TryPeek(out _, out var first))
        {
            return false;
        }

        if (first == place)
        {
            return TryTakeFirst(out record, out isRedelivered);
        }

        foreach (var (message, at) in _byPlace.UnorderedItems)
        {
            if (at == place)
            {
                (record, isRedelivered) = message;
                return _byPlace.Remove(message, out _, out _);
            }
        }

        return false;
    }

    private long PlaceOf(in RecordRef record, bool isRedelivered) =>
        !keepsReturnOrder ? record.Position
        : isRedelivered ? _returns++
        : BehindReturned + record.Position;
}
