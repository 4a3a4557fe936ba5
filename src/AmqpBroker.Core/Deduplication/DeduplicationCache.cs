using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Routing;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Core.Deduplication;

/// <summary>
/// The ids that a deduplicating exchange has let through lately. Guarded by a lock of its own, held for a look into a table; called outside
/// every other.
/// </summary>
/// <remarks>
/// An id is remembered only once its message has been taken: until then it is on its way, and goes again when the message is not taken after
/// all. When there are too many the one goes that was not met for longest.
/// <para>
/// Those of a durable exchange are in the message journal too (<see cref="IdJournal"/>), and come back from there like a queue's messages.
/// </para>
/// </remarks>
/// <param name="size">Most ids.</param>
/// <param name="ttl">How long an id is remembered, in milliseconds; null for as long as there is room.</param>
/// <param name="journal">Keeps them over a restart; null for nothing.</param>
public sealed class DeduplicationCache(int size, long? ttl, IdJournal? journal = null) : IJournaledQueue
{
    private const long NotJournaled = -1;

    private readonly Lock _gate = new();
    private readonly Dictionary<byte[], LinkedListNode<Entry>> _entries = new(WireBytesComparer.Instance);
    private readonly LinkedList<Entry> _order = [];
    private readonly LivePositions _live = new();
    private readonly List<long> _forgotten = [];
    private long _bytes;

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

    /// <inheritdoc/>
    public long Id => journal?.Id ?? 0;

    /// <summary>False: its exchange is deleted for good before it is told.</summary>
    public bool IsDeleted => false;

    /// <summary>True: it has to know whether a new message is a duplicate.</summary>
    public bool MustBeRestoredFirst => true;

    /// <inheritdoc/>
    public long EndPosition { get; private set; }

    /// <summary>Notes an id that comes; false when it is remembered already.</summary>
    /// <param name="id">The id.</param>
    /// <param name="own">How long its message wants it remembered, in milliseconds; null for the exchange's time.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="duplicate">How it stands with the message that had it.</param>
    public bool TryBegin(byte[] id, long? own, long now, out DuplicateState duplicate)
    {
        long[] forgotten;
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
            Add(new Entry(id, now, expiresAt, DuplicateState.OnItsWay, NotJournaled));
            forgotten = TakeForgotten();
        }

        journal?.Forget(forgotten);
        return true;
    }

    /// <summary>The message of an id that came has been taken.</summary>
    /// <param name="id">The id.</param>
    /// <param name="lsn">Where it is safe; 0 when there is nothing to wait for.</param>
    /// <returns>Where the id is safe, too; 0 when there is nothing to wait for.</returns>
    public long Complete(byte[] id, long lsn)
    {
        if (journal is null)
        {
            SetSafe(id, lsn);
            return 0;
        }

        var start = journal.EndLsn;
        Entry entry;
        lock (_gate)
        {
            if (!_entries.TryGetValue(id, out var node))
            {
                return 0;
            }

            entry = node.Value = node.Value with { Position = EndPosition++ };
            _live.Add(entry.Position);
            _bytes += id.Length;
        }

        var safe = journal.Remember(start, entry.Position, id, entry.Begun, entry.ExpiresAt);
        SetSafe(id, safe);
        return safe;
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

    /// <summary>The exchange is gone for good. Takes no lock.</summary>
    public void End() => journal?.End();

    /// <inheritdoc/>
    public PositionSet PersistentBetween(long first, long last)
    {
        lock (_gate)
        {
            return _live.Between(first, last);
        }
    }

    /// <inheritdoc/>
    public long? LowestPersistent()
    {
        lock (_gate)
        {
            return _live.Lowest;
        }
    }

    /// <inheritdoc/>
    public long CountLiveBytes()
    {
        lock (_gate)
        {
            return _bytes;
        }
    }

    /// <inheritdoc/>
    public void BeginRestoring(long firstNew) => EndRestoring(firstNew);

    /// <inheritdoc/>
    public bool Restore(long position, ReadOnlySpan<byte> record)
    {
        var message = new MessageRecord(record);
        var id = message.Body.ToArray();
        long[] forgotten;
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var older))
            {
                Remove(older);
            }

            Add(new Entry(id, message.EnqueuedAt, MessageRecord.DueOf(record), DuplicateState.Safe, position));
            _live.Add(position);
            _bytes += id.Length;
            forgotten = TakeForgotten();
        }

        journal?.Forget(forgotten);
        return true;
    }

    /// <inheritdoc/>
    public void AbandonRestoring()
    {
        // Nobody waits for it: it is restored before anyone comes.
    }

    /// <inheritdoc/>
    public void EndRestoring(long end)
    {
        lock (_gate)
        {
            EndPosition = Math.Max(EndPosition, end);
        }
    }

    private void SetSafe(byte[] id, long lsn)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(id, out var node))
            {
                node.Value = node.Value with { State = new DuplicateState(IsOnItsWay: false, lsn) };
            }
        }
    }

    private void Add(Entry entry)
    {
        _entries.Add(entry.Id, _order.AddFirst(entry));
        if (_entries.Count > size && _order.Last is { } last)
        {
            Remove(last);
        }
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _order.Remove(node);
        _entries.Remove(node.Value.Id);
        if (node.Value.Position != NotJournaled)
        {
            _live.Remove(node.Value.Position);
            _bytes -= node.Value.Id.Length;
            _forgotten.Add(node.Value.Position);
        }
    }

    private long[] TakeForgotten()
    {
        if (_forgotten.Count == 0)
        {
            return [];
        }

        long[] forgotten = [.. _forgotten];
        _forgotten.Clear();
        return forgotten;
    }

    private readonly record struct Entry(byte[] Id, long Begun, long ExpiresAt, DuplicateState State, long Position);
}
