using System.Buffers.Binary;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;

namespace AmqpBroker.Core.Delays;

/// <summary>Messages by the time at which they are to go on: a wheel of slots. No I/O, clock or lock of its own: its queue guards every call.</summary>
/// <remarks>
/// A slot is a log of the messages that fall due in one stretch of time, in the order they came: of a second or so when that is near, longer the farther
/// away it is. When its time comes a long slot is spread over shorter ones, and one of a second is read into a heap, which gives the messages out in
/// order. So all that is far away lies in a few dozen logs, which can leave memory as a whole and are read from front to back; in memory a
/// message that waits on disk costs a bit.
/// </remarks>
internal sealed class DelaySlots(SegmentPool pool)
{
    /// <summary>Slots of one length, before the next longer ones are used.</summary>
    private const int SlotsPerLevel = 64;

    /// <summary>Messages handled at most before the queue's lock is let go.</summary>
    private const int MostAtOnce = 4096;

    /// <summary>
    /// Messages given out in order. When there are more in one second, or some of them are still on disk, those wait in their slot and may come behind
    /// others of that second: so no more is in memory than is needed to go on.
    /// </summary>
    private const int HeapCapacity = 256 * 1024;

    /// <summary>How long before its time a slot is spread, in milliseconds: what is in it may have to come from disk.</summary>
    private const long Lead = 2000;

    /// <summary>Lengths of slots, as powers of two in milliseconds: a second, a minute, an hour, three days.</summary>
    private static readonly int[] LengthBits = [10, 16, 22, 28];

    private readonly SortedList<(long OpensAt, int Rank), RecordLog> _slots = [];
    private readonly PriorityQueue<PendingMessage, (long Due, long Position)> _near = new();
    private readonly LivePositions _persistent = new();
    private long _openUntil = long.MinValue;
    private bool _isBlocked;

    /// <summary>The position of the next message.</summary>
    public long EndPosition { get; private set; }

    /// <summary>Messages that wait, and those taken and not released.</summary>
    public long Count { get; private set; }

    /// <summary>Bytes of these messages.</summary>
    public long LiveBytes { get; private set; }

    /// <summary>Bytes of the logs' segments in memory, about.</summary>
    public long BytesInMemory => _slots.Values.Sum(static log => log.BytesInMemory);

    /// <summary>The lowest position of a persistent message; null when there is none.</summary>
    public long? LowestPersistent => _persistent.Lowest;

    /// <summary>Whether messages from before a restart are still coming, so that none goes on.</summary>
    public bool IsRestoring { get; private set; }

    /// <summary>When there will be something to do, in Unix milliseconds; <see cref="long.MaxValue"/> for never.</summary>
    public long NextDue
    {
        get
        {
            if (IsRestoring)
            {
                return long.MaxValue;
            }

            var next = _near.TryPeek(out _, out var first) ? first.Due : long.MaxValue;

            // A slot that could not be opened waits for the disk, or for the heap to shrink.
            return _slots.Count > 0 && !_isBlocked ? Math.Min(next, _slots.Keys[0].OpensAt) : next;
        }
    }

    /// <summary>The positions of the persistent messages from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public PositionSet PersistentBetween(long first, long last) => _persistent.Between(first, last);

    /// <summary>Reserves room for a message record; the caller fills it before anything else is asked.</summary>
    /// <param name="position">Its position, which no other has had.</param>
    /// <param name="due">When it is to go on, in Unix milliseconds; to be written into the record.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="length">Bytes of the record.</param>
    /// <param name="isPersistent">Whether it is asked for by position.</param>
    public Span<byte> Add(long position, long due, long now, int length, bool isPersistent)
    {
        var bytes = SlotFor(due, now, LengthBits.Length - 1).Append(PendingMessage.Overhead + length, out _);
        BinaryPrimitives.WriteInt64LittleEndian(bytes, position);
        if (isPersistent)
        {
            _persistent.Add(position);
        }

        EndPosition = Math.Max(EndPosition, position + 1);
        Count++;
        LiveBytes += bytes.Length;
        return bytes[PendingMessage.Overhead..];
    }

    /// <summary>Begins to take in the messages from before a restart.</summary>
    /// <param name="firstNew">The position of the first that comes meanwhile.</param>
    public void BeginRestoring(long firstNew)
    {
        IsRestoring = true;
        SkipTo(firstNew);
    }

    /// <summary>All messages from before are there; goes on behind the positions that were given out.</summary>
    public void EndRestoring(long end)
    {
        IsRestoring = false;
        SkipTo(end);
    }

    /// <summary>Opens the slots whose time has come, as far as they are in memory.</summary>
    /// <returns>Whether there is more of it to do at once.</returns>
    public bool Open(long now)
    {
        _openUntil = now;
        _isBlocked = false;
        var handled = 0;
        while (_slots.Count > 0 && _slots.Keys[0].OpensAt <= now)
        {
            var (key, log) = (_slots.Keys[0], _slots.Values[0]);
            while (log.Unread > 0)
            {
                if (handled++ == MostAtOnce)
                {
                    return true;
                }

                if (_near.Count >= HeapCapacity || !log.TryReadNext(out var record))
                {
                    _isBlocked = true;
                    return false;
                }

                Bring(new PendingMessage(log, record), -key.Rank, now);
            }

            // What is in the heap is still in its log.
            _slots.Remove(key);
        }

        return false;
    }

    /// <summary>Takes messages whose time has come, the earliest first.</summary>
    public void TakeDue(long now, List<PendingMessage> taken, int most)
    {
        while (taken.Count < most && _near.TryPeek(out var message, out var first) && first.Due <= now)
        {
            _near.Dequeue();
            taken.Add(message);
        }
    }

    /// <summary>Lets go of a message that was taken.</summary>
    public void Release(in PendingMessage message)
    {
        Count--;
        LiveBytes -= message.Record.Bytes.Length;
        _persistent.Remove(message.Position);
        message.Release();
    }

    /// <summary>Drops everything. Nothing may be taken.</summary>
    public void Drop()
    {
        while (_near.TryDequeue(out var message, out _))
        {
            message.Release();
        }

        foreach (var log in _slots.Values)
        {
            log.DropUnread();
        }

        _slots.Clear();
        _persistent.Clear();
        Count = 0;
        LiveBytes = 0;
    }

    /// <summary>The segment that should leave memory next: of what goes on last.</summary>
    /// <param name="kept">Bytes that stay of a slot that is being opened.</param>
    /// <param name="includesTail">Whether a segment may go though there is room in it.</param>
    public PageOut? BeginPageOut(long kept, bool includesTail)
    {
        for (var i = _slots.Count - 1; i >= 0; i--)
        {
            if (_slots.Values[i].BeginPageOut(IsOpen(i) ? kept : 0, includesTail) is { } job)
            {
                return job;
            }
        }

        return null;
    }

    /// <summary>Whether <see cref="BeginPageIn"/> would give a segment.</summary>
    public bool IsPageInDue(long readAhead) => IsOpen(0) && _slots.Values[0].IsPageInDue(readAhead);

    /// <summary>The segment that should come back from disk: of the slot that is being opened.</summary>
    public PageIn? BeginPageIn(long readAhead) => IsOpen(0) ? _slots.Values[0].BeginPageIn(readAhead) : null;

    /// <summary>Messages were lost with a page: they wait no more. After a restart those that are in the journal are there again.</summary>
    public void Forget(int lost) => Count -= lost;

    private void SkipTo(long position) => EndPosition = Math.Max(EndPosition, position);

    private bool IsOpen(int slot) => slot < _slots.Count && _slots.Keys[slot].OpensAt <= _openUntil;

    /// <summary>Brings a message of an open slot nearer: into the heap, or into a shorter slot.</summary>
    private void Bring(in PendingMessage message, int level, long now)
    {
        if (level == 0)
        {
            _near.Enqueue(message, (message.Due, message.Position));
            return;
        }

        var bytes = message.Record.Bytes;
        bytes.CopyTo(SlotFor(message.Due, now, level - 1).Append(bytes.Length, out _));
        message.Release();
    }

    private RecordLog SlotFor(long due, long now, int longest)
    {
        var level = 0;
        while (level < longest && Math.Abs(due - now) >> LengthBits[level] >= SlotsPerLevel)
        {
            level++;
        }

        var start = due >> LengthBits[level] << LengthBits[level];

        // Of slots that open at the same time the longer comes first: it is spread over the others.
        var key = (level == 0 ? start : start - Lead, -level);
        if (!_slots.TryGetValue(key, out var log))
        {
            _slots.Add(key, log = new RecordLog(pool));
        }

        return log;
    }
}
