using System.Diagnostics;

namespace AmqpBroker.Storage.Records;

/// <summary>The segments of a log that are on disk: always neighbours, so that they are written and read in order. Guarded by the log.</summary>
/// <remarks>
/// <code>
/// read, unacked | cursor | soon to be read | on disk ... on disk | newest, tail
///                                          ^ first       last ^
/// </code>
/// It begins with the newest segment that is full, grows behind as others fill, then before, towards the cursor; and shrinks
/// before, as they come back to be read.
/// </remarks>
internal sealed class PagedStretch
{
    /// <summary>The one to be read first; null when there is none.</summary>
    public Segment? First { get; private set; }

    private Segment? Last { get; set; }

    /// <summary>The segment that should leave memory next: of all that may, the one that will be read last.</summary>
    /// <param name="tail">The log's last segment.</param>
    /// <param name="includesTail">Whether the last may go though there is room in it.</param>
    public Segment? FindNext(Segment tail, bool includesTail)
    {
        var end = includesTail || !tail.HasRoomFor(1) ? tail : tail.Previous;
        if (Last is null)
        {
            return end;
        }

        var behind = Last.Next;
        return behind is not null && (behind != tail || end == tail) ? behind : First!.Previous;
    }

    /// <summary>Takes in a segment that has been written to a page; false when it is not a neighbour any more, or the cursor is near.</summary>
    public bool TryExtend(Segment segment)
    {
        if (First is null)
        {
            First = Last = segment;
        }
        else if (segment.Previous == Last)
        {
            Last = segment;
        }
        else if (segment.Next == First && First?.Place == SegmentPlace.OnDisk)
        {
            First = segment;
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Lets the first go: it is in memory again, or lost.</summary>
    public void RemoveFirst()
    {
        Debug.Assert(First is not null, "there is one");
        (First, Last) = First == Last ? (null, null) : (First?.Next, Last);
    }

    /// <summary>Forgets all: the unread records were dropped.</summary>
    public void Clear() => First = Last = null;
}
