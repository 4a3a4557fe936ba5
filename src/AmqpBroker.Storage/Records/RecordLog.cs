using System.Diagnostics;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Storage.Records;

/// <summary>An append-only log of records with one reading cursor; memory goes back as soon as nothing in a segment is live.</summary>
/// <remarks>
/// Guarded by its owner: no lock, clock or I/O of its own. A record is live from <see cref="Append"/> to
/// <see cref="Release"/>, whether or not the cursor has passed it, so whoever was handed one may read it outside the lock.
/// <para>
/// What the cursor has not reached may be on disk (<see cref="PagedStretch"/>). Its owner asks <see cref="BeginPageOut"/> and <see cref="BeginPageIn"/>
/// what to write and read, has that done without its lock, and tells the log in the other two what came of it.
/// </para>
/// </remarks>
/// <param name="pool">Where segments come from.</param>
/// <param name="isMarked">Which records are asked for by position; null for none.</param>
public sealed partial class RecordLog(SegmentPool pool, RecordPredicate? isMarked = null)
{
    private readonly SegmentChain _chain = new(pool);
    private Segment? _cursor;
    private int _cursorOffset;

    /// <summary>The position of the next record. Only ever grows.</summary>
    public long EndPosition { get; private set; }

    /// <summary>Records the cursor has not reached.</summary>
    public long Unread { get; private set; }

    /// <summary>Bytes of the live records.</summary>
    public long LiveBytes { get; private set; }

    /// <summary>Segments held, in memory or on disk.</summary>
    public int Segments => _chain.Count;

    /// <summary>Bytes of the segments in memory. Any thread may look.</summary>
    public long BytesInMemory => _chain.BytesInMemory;

    /// <summary>Whether the next record can be read: there is one, and it is in memory.</summary>
    public bool HasReadable => Unread > 0 && Reading().IsInMemory;

    /// <summary>Reserves a record of <paramref name="length"/> bytes at the end; the caller fills it before anyone reads.</summary>
    public Span<byte> Append(int length, out RecordRef record) => AppendAt(EndPosition, length, out record);

    /// <summary>As <see cref="Append"/>, but with a position of the owner's: at least <see cref="EndPosition"/>.</summary>
    /// <param name="position">The position.</param>
    /// <param name="length">Length of the record in bytes.</param>
    /// <param name="record">The record.</param>
    /// <param name="due">When <see cref="TakeDue"/> should look at it; by the owner's clock.</param>
    public Span<byte> AppendAt(long position, int length, out RecordRef record, long due = long.MaxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(position, EndPosition);
        var tail = _chain.Tail is { } last && last.HasRoomFor(length) ? last : _chain.Add(length);
        var bytes = tail.Append(length, position, out var offset);
        record = new RecordRef(tail, offset);
        if (due != long.MaxValue)
        {
            tail.Due = Math.Min(tail.Due, due);
            NextDue = Math.Min(NextDue, due);
        }

        EndPosition = position + 1;
        LiveBytes += length;
        Unread++;
        return bytes;
    }

    /// <summary>Goes on behind a position, when the records up to it are gone.</summary>
    public void SkipTo(long position) => EndPosition = Math.Max(EndPosition, position);

    /// <summary>Takes over the records of a log that lie behind its own; the other is empty then. Nothing of it has been read, or is on disk.</summary>
    public void Absorb(RecordLog later)
    {
        ArgumentNullException.ThrowIfNull(later);
        Debug.Assert(later is { _cursor: null, IsPaged: false, _isLending: false }, "only filled so far");
        if (later._chain.Head is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(first.PositionAt(0), EndPosition, nameof(later));
        }

        _chain.Append(later._chain);
        EndPosition = Math.Max(EndPosition, later.EndPosition);
        LiveBytes += later.LiveBytes;
        Unread += later.Unread;
        NextDue = Math.Min(NextDue, later.NextDue);
        (later.LiveBytes, later.Unread, later.NextDue) = (0, 0, long.MaxValue);
    }

    /// <summary>Moves the cursor over the next record, in the order of appending; false when there is none, or it is on disk.</summary>
    public bool TryReadNext(out RecordRef record) => TryReadNext(out record, out _);

    /// <summary>As <see cref="TryReadNext(out RecordRef)"/>, and gives the record's bytes, as <see cref="RecordRef.Bytes"/> does.</summary>
    public bool TryReadNext(out RecordRef record, out ReadOnlySpan<byte> bytes)
    {
        if (Unread == 0 || Reading() is not { IsInMemory: true } segment)
        {
            record = default;
            bytes = default;
            return false;
        }

        if (!ReferenceEquals(segment, _cursor))
        {
            _cursor = segment;
            _cursorOffset = 0;
        }

        bytes = segment.ReadUnread(ref _cursorOffset, out var offset);
        record = new RecordRef(segment, offset);
        Unread--;
        return true;
    }

    /// <summary>When the next unread record in memory may be due; <see cref="long.MaxValue"/> for never. Too early at worst.</summary>
    public long NextDue { get; private set; } = long.MaxValue;

    /// <summary>Reads, wherever they stand, the unread records in memory that are due; the cursor will pass over them.</summary>
    /// <param name="now">The time, by the owner's clock.</param>
    /// <param name="dueOf">When a record is due.</param>
    /// <param name="taken">Takes the records, in the order of their positions.</param>
    public void TakeDue(long now, Func<RecordRef, long> dueOf, ICollection<RecordRef> taken)
    {
        NextDue = long.MaxValue;
        if (Unread == 0)
        {
            return;
        }

        for (var segment = Reading(); segment is not null; segment = segment.Next)
        {
            if (!segment.IsInMemory)
            {
                continue;
            }

            if (segment.Due <= now && segment.Unread > 0)
            {
                segment.Due = TakeDueOf(segment, now, dueOf, taken);
            }

            NextDue = Math.Min(NextDue, segment.Due);
        }
    }

    private long TakeDueOf(Segment segment, long now, Func<RecordRef, long> dueOf, ICollection<RecordRef> taken)
    {
        var next = long.MaxValue;
        for (var offset = segment == _cursor ? _cursorOffset : 0; offset < segment.Written; offset = segment.BehindAny(offset))
        {
            if (!segment.IsUnreadAt(offset))
            {
                continue;
            }

            var record = new RecordRef(segment, offset);
            var due = dueOf(record);
            if (due > now)
            {
                next = Math.Min(next, due);
                continue;
            }

            segment.Take(offset);
            Unread--;
            taken.Add(record);
        }

        return next;
    }

    /// <summary>Ends the life of a record that the cursor has passed.</summary>
    public void Release(in RecordRef record)
    {
        var segment = record.Segment;
        LiveBytes -= segment.Release(record.Offset);
        if (segment.Live == 0)
        {
            Remove(segment);
        }
    }

    /// <summary>Drops every record the cursor has not reached; those already read stay live until released.</summary>
    /// <returns>How many were dropped.</returns>
    public long DropUnread()
    {
        var dropped = Unread;
        var offset = _cursor is null ? 0 : _cursorOffset;
        for (var segment = _cursor ?? _chain.Head; segment is not null; offset = 0)
        {
            var next = segment.Next;
            LiveBytes -= segment.IsInMemory ? segment.DropUnread(offset) : segment.DropPaged();
            if (segment.Live == 0)
            {
                Remove(segment);
            }
            else
            {
                _cursor = segment;
                _cursorOffset = segment.Written;
            }

            segment = next;
        }

        _paged.Clear();
        Unread = 0;
        return dropped;
    }

    /// <summary>The live records that are in memory, read or not, in the order of their positions; whatever has been read is.</summary>
    /// <remarks>Reads every record's length: for rare occasions, not for each message.</remarks>
    public IEnumerable<RecordRef> EnumerateLive()
    {
        for (var segment = _chain.Head; segment is not null; segment = segment.Next)
        {
            if (segment.IsInMemory)
            {
                foreach (var record in EnumerateLive(segment))
                {
                    yield return record;
                }
            }
        }
    }

    /// <summary>The positions, from <paramref name="first"/> to <paramref name="last"/>, of live records that the owner asks for by position.</summary>
    public PositionSet FindMarked(long first, long last)
    {
        var found = new PositionSet();
        foreach (var run in EnumerateMarked())
        {
            if (run.First > last)
            {
                break;
            }

            if (run.Last >= first)
            {
                found.Add(new PositionRun(Math.Max(first, run.First), Math.Min(last, run.Last)));
            }
        }

        return found;
    }

    /// <summary>The lowest position of a live record that the owner asks for by position; null when there is none.</summary>
    public long? FindLowestMarked()
    {
        foreach (var run in EnumerateMarked())
        {
            return run.First;
        }

        return null;
    }

    private static IEnumerable<RecordRef> EnumerateLive(Segment segment)
    {
        for (var offset = segment.FindLive(0); offset < segment.Written; offset = segment.FindLive(segment.Behind(offset)))
        {
            yield return new RecordRef(segment, offset);
        }
    }

    private IEnumerable<PositionRun> EnumerateMarked()
    {
        for (var segment = _chain.Head; segment is not null; segment = segment.Next)
        {
            if (segment.Paged is { } paged)
            {
                foreach (var run in paged.Marked)
                {
                    yield return run;
                }
            }
            else
            {
                foreach (var record in EnumerateLive(segment).Where(record => isMarked is not null && isMarked(record.Bytes)))
                {
                    yield return new PositionRun(record.Position, record.Position);
                }
            }
        }
    }

    /// <summary>The segment that holds the next record to be read; there must be one.</summary>
    private Segment Reading()
    {
        var segment = _cursor;
        return segment is { Unread: > 0 } ? segment : FindReading();
    }

    private Segment FindReading()
    {
        // There is an unread record, so the cursor stands in a segment, or before the head that holds it.
        var segment = _cursor ?? _chain.Head!;
        while (segment.Unread == 0)
        {
            segment = segment.Next!;
        }

        return segment;
    }

    private void Remove(Segment segment)
    {
        Debug.Assert(segment.Unread == 0, "a segment with unread records is live");
        if (_cursor == segment)
        {
            // The reader goes on with the segment behind; before the head, that is where a null cursor starts.
            _cursor = segment.Previous;
            _cursorOffset = _cursor?.Written ?? 0;
        }

        _chain.Remove(segment);
    }
}
