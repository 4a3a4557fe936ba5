using AmqpBroker.Core.Routing;

namespace AmqpBroker.Core.Deduplication;

/// <summary>
/// The ids that a deduplicating exchange has let through lately. Guarded by a lock of its own, held for a look into a table; called outside
/// every other.
/// </summary>
/// <remarks>
/// An id is remembered only once its message has been taken: until then it is on its way, and goes again when the message is not taken after
/// all. When there are too many the one goes that was not met for longest.
/// </remarks>
/// <param name="size">Most ids.</param>
/// <param name="ttl">How long an id is remembered, in milliseconds; null for as long as there is room.</param>
public sealed class DeduplicationCache(int size, long? ttl)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], LinkedListNode<Entry>> _entries = new(WireBytesComparer.Instance);
    private readonly LinkedList<Entry> _order = [];

    /// <summary>How many ids there are, those whose time is over included.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Notes an id that comes; false when it is remembered already.</summary>
    /// <param name="id">The id.</param>
    /// <param name="own">How long its message wants it remembered, in milliseconds; null for the exchange's time.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="duplicate">How it stands with the message that had it.</param>
    public bool TryBegin(byte[] id, long? own, long now, out DuplicateState duplicate)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var known))
            {
                if (known.Value.ExpiresAt > now || known.Value.State.IsOnItsWay)
                {
                    _order.Remove(known);
                    _order.AddFirst(known);
                    duplicate = known.Value.State;
                    return false;
                }

                Remove(known);
            }

            duplicate = default;
            var expiresAt = (own ?? ttl) is { } stays ? now + Math.Min(stays, long.MaxValue - now) : long.MaxValue;
            _entries.Add(id, _order.AddFirst(new Entry(id, expiresAt, DuplicateState.OnItsWay)));
            if (_entries.Count > size && _order.Last is { } last)
            {
                Remove(last);
            }

            return true;
        }
    }

    /// <summary>The message of an id that came has been taken.</summary>
    /// <param name="id">The id.</param>
    /// <param name="lsn">Where it is safe; 0 when there is nothing to wait for.</param>
    public void Complete(byte[] id, long lsn)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var node))
            {
                node.Value = node.Value with { State = new DuplicateState(IsOnItsWay: false, lsn) };
            }
        }
    }

    /// <summary>The message of an id that came has not been taken: another may come.</summary>
    public void Abandon(byte[] id)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var node) && node.Value.State.IsOnItsWay)
            {
                Remove(node);
            }
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _entries.Remove(node.Value.Id);
    }

    private readonly record struct Entry(byte[] Id, long ExpiresAt, DuplicateState State);
}
