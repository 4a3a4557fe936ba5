namespace AmqpBroker.Storage.Records;

/// <summary>The segments of one log, in order. Guarded by the log.</summary>
/// <param name="pool">Where segments come from.</param>
internal sealed class SegmentChain(SegmentPool pool)
{
    private Segment? _outgrown;
    private int _capacity;

    public Segment? Head { get; private set; }

    public Segment? Tail { get; private set; }

    /// <summary>How many there are, in memory or on disk.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of those in memory. Any thread may look.</summary>
    public long BytesInMemory { get; private set; }

    /// <summary>Adds a segment at the end.</summary>
    /// <param name="length">Bytes of the record it must have room for.</param>
    public Segment Add(int length)
    {
        if (Tail is null)
        {
            _capacity = SegmentPool.SmallestCapacity;
        }
        else if (!ReferenceEquals(Tail, _outgrown))
        {
            // Each segment that was filled asks for a larger one, once: those that come and go behind it do not.
            _outgrown = Tail;
            _capacity = SegmentPool.NextCapacity(_capacity);
        }

        var segment = pool.Rent(Math.Max(_capacity, length + Segment.RecordOverhead));
        segment.Previous = Tail;
        if (Tail is null)
        {
            Head = segment;
        }
        else
        {
            Tail.Next = segment;
        }

        Tail = segment;
        Count++;
        BytesInMemory += segment.Capacity;
        return segment;
    }

    /// <summary>Takes over all segments of another chain, behind its own; the other is empty then.</summary>
    public void Append(SegmentChain later)
    {
        if (later.Head is null)
        {
            return;
        }

        if (Tail is null)
        {
            Head = later.Head;
        }
        else
        {
            Tail.Next = later.Head;
            later.Head.Previous = Tail;
        }

        Tail = later.Tail;
        Count += later.Count;
        BytesInMemory += later.BytesInMemory;
        (_outgrown, _capacity) = (later._outgrown, later._capacity);
        (later.Head, later.Tail, later.Count, later.BytesInMemory) = (null, null, 0, 0);
    }

    /// <summary>Takes out a segment of which nothing is live. What it takes goes back: at once, or when the pager has done with it.</summary>
    public void Remove(Segment segment)
    {
        if (segment.Previous is null)
        {
            Head = segment.Next;
        }
        else
        {
            segment.Previous.Next = segment.Next;
        }

        if (segment.Next is null)
        {
            Tail = segment.Previous;
        }
        else
        {
            segment.Next.Previous = segment.Previous;
        }

        Count--;
        if (segment.IsInMemory)
        {
            BytesInMemory -= segment.Capacity;
        }

        segment.IsDropped = true;
        switch (segment.Place)
        {
            case SegmentPlace.Memory:
                pool.Return(segment);
                break;
            case SegmentPlace.OnDisk:
                segment.Paged?.Page.Free();
                break;
            default:
                // Its memory, or its page, is being read.
                break;
        }
    }

    /// <summary>A segment's bytes are in a page: its memory goes.</summary>
    public void LeaveMemory(Segment segment)
    {
        BytesInMemory -= segment.Capacity;
        pool.Return(segment.LeaveMemory());
        if (segment == Tail)
        {
            // A queue that is paged out to its end begins small again, as an idle one does: there may be very many of them.
            _outgrown = segment;
            _capacity = SegmentPool.SmallestCapacity;
        }
    }

    /// <summary>A segment's bytes are in memory again, in a block that is now its own.</summary>
    public void ReturnToMemory(Segment segment, Segment block)
    {
        segment.TakeMemoryOf(block);
        BytesInMemory += segment.Capacity;
    }
}
