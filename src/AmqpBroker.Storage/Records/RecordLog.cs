using System.Diagnostics;

namespace AmqpBroker.Storage.Records;

/// <summary>An append-only log of records with one reading cursor; memory goes back as soon as nothing in a segment is live.</summary>
/// <remarks>
/// Guarded by its owner: no lock, clock or I/O of its own. A record is live from <see cref="Append"/> to
/// <see cref="Release"/>, whether or not the cursor has passed it, so whoever was handed one may read it outside the lock.
/// </remarks>
/// <param name="pool">Where segments come from.</param>
public sealed class RecordLog(SegmentPool pool)
{
    private Segment? _head;
    private Segment? _tail;
    private Segment? _cursor;
    private int _cursorOffset;
    private Segment? _outgrown;
    private int _capacity;

    /// <summary>The position of the next record. Only ever grows.</summary>
    public long EndPosition { get; private set; }

    /// <summary>Records the cursor has not reached.</summary>
    public long Unread { get; private set; }

    /// <summary>Segments held, for memory accounting.</summary>
    public int Segments { get; private set; }

    /// <summary>Reserves a record of <paramref name="length"/> bytes at the end; the caller fills it before anyone reads.</summary>
    public Span<byte> Append(int length, out RecordRef record) => AppendAt(EndPosition, length, out record);

    /// <summary>As <see cref="Append"/>, but with the position it had before a restart: at least <see cref="EndPosition"/>.</summary>
    public Span<byte> AppendAt(long position, int length, out RecordRef record)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfLessThan(position, EndPosition);
        if (_tail is null || !_tail.HasRoomFor(length))
        {
            AddSegment(length);
        }

        // AddSegment has set _tail.
        var bytes = _tail!.Append(length, position, out var offset);
        record = new RecordRef(_tail, offset);
        EndPosition = position + 1;
        Unread++;
        return bytes;
    }

    /// <summary>Goes on behind a position, when the records up to it are gone.</summary>
    public void SkipTo(long position) => EndPosition = Math.Max(EndPosition, position);

    /// <summary>Moves the cursor over the next record, in the order of appending.</summary>
    public bool TryReadNext(out RecordRef record)
    {
        if (Unread == 0)
        {
            record = default;
            return false;
        }

        // There is an unread record, so the cursor stands in a segment, or before the head that holds it.
        var segment = _cursor ?? _head!;
        var offset = _cursor is null ? 0 : _cursorOffset;
        while (segment.Unread == 0)
        {
            segment = segment.Next!;
            offset = 0;
        }

        record = new RecordRef(segment, offset);
        _cursor = segment;
        _cursorOffset = segment.PassOver(offset);
        Unread--;
        return true;
    }

    /// <summary>Ends the life of a record that the cursor has passed.</summary>
    public void Release(in RecordRef record)
    {
        var segment = record.Segment;
        segment.Release(record.Offset);
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
        for (var segment = _cursor ?? _head; segment is not null; offset = 0)
        {
            var next = segment.Next;
            segment.DropUnread(offset);
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

        Unread = 0;
        return dropped;
    }

    /// <summary>The live records, read or not, in the order of their positions.</summary>
    /// <remarks>Reads every record's length: for rare occasions, not for each message.</remarks>
    public IEnumerable<RecordRef> EnumerateLive()
    {
        for (var segment = _head; segment is not null; segment = segment.Next)
        {
            for (var offset = segment.FindLive(0); offset < segment.Written; offset = segment.FindLive(segment.Behind(offset)))
            {
                yield return new RecordRef(segment, offset);
            }
        }
    }

    private void AddSegment(int length)
    {
        if (_tail is null)
        {
            _capacity = SegmentPool.SmallestCapacity;
        }
        else if (!ReferenceEquals(_tail, _outgrown))
        {
            // Each segment that was filled asks for a larger one, once: those that come and go behind it do not.
            _outgrown = _tail;
            _capacity = SegmentPool.NextCapacity(_capacity);
        }

        var segment = pool.Rent(Math.Max(_capacity, length + Segment.RecordOverhead));
        segment.Previous = _tail;
        if (_tail is null)
        {
            _head = segment;
        }
        else
        {
            _tail.Next = segment;
        }

        _tail = segment;
        Segments++;
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

        if (segment.Previous is null)
        {
            _head = segment.Next;
        }
        else
        {
            segment.Previous.Next = segment.Next;
        }

        if (segment.Next is null)
        {
            _tail = segment.Previous;
        }
        else
        {
            segment.Next.Previous = segment.Previous;
        }

        Segments--;
        pool.Return(segment);
    }
}
