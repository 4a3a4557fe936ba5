using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Storage.Records;

/// <content>How segments leave for the disk, and come back.</content>
public sealed partial class RecordLog
{
    private readonly PagedStretch _paged = new();
    private bool _isLending;

    /// <summary>Whether something is on disk.</summary>
    public bool IsPaged => _paged.First is not null;

    /// <summary>When the first unread records may be due, if they are on disk; <see cref="long.MaxValue"/> otherwise. Too early at worst.</summary>
    public long HeadDue => IsPaged && Unread > 0 && Reading() is { IsInMemory: false } segment ? segment.Due : long.MaxValue;

    /// <summary>Lends out the segment that should leave memory next; null when none may. One at a time.</summary>
    /// <param name="kept">Bytes before the cursor that stay, for whoever reads; 0 when nobody does.</param>
    /// <param name="includesTail">Whether the last segment may go though there is room in it.</param>
    public PageOut? BeginPageOut(long kept, bool includesTail)
    {
        if (_isLending || Unread == 0 || _chain.Tail is not { } tail
            || _paged.FindNext(tail, includesTail) is not { Place: SegmentPlace.Memory, IsUntouched: true, Unread: > 0 } segment
            || segment == _cursor
            || !IsAhead(segment, kept))
        {
            return null;
        }

        _isLending = true;
        segment.IsSealed = true;
        segment.Place = SegmentPlace.Leaving;
        return new PageOut(this, segment, segment.Unread, isMarked ?? NoneMarked);
    }

    /// <summary>Takes back what was lent. Its memory goes, unless it has come to be read meanwhile.</summary>
    /// <param name="job">What was lent.</param>
    /// <param name="contents">The page it was written to; null when it was not.</param>
    internal void EndPageOut(PageOut job, PagedContents? contents)
    {
        var segment = job.Segment;
        _isLending = false;
        if (segment.IsDropped)
        {
            contents?.Page.Free();
            pool.Return(segment);
            return;
        }

        if (contents is null || segment == _cursor || !segment.IsUntouched || segment.Unread != job.Records || !_paged.TryExtend(segment))
        {
            contents?.Page.Free();
            segment.Place = SegmentPlace.Memory;
            return;
        }

        segment.Place = SegmentPlace.OnDisk;
        segment.Paged = contents;
        _chain.LeaveMemory(segment);
    }

    /// <summary>Whether <see cref="BeginPageIn"/> would give a segment.</summary>
    /// <param name="readAhead">Bytes behind the cursor that should be in memory.</param>
    public bool IsPageInDue(long readAhead) =>
        _paged.First is { Place: SegmentPlace.OnDisk } segment && !IsAhead(segment, Math.Max(readAhead, 1));

    /// <summary>Gives the segment that should come back from disk; null when there is none, or enough waits in memory. One at a time.</summary>
    /// <param name="readAhead">Bytes behind the cursor that should be in memory.</param>
    public PageIn? BeginPageIn(long readAhead)
    {
        if (!IsPageInDue(readAhead))
        {
            return null;
        }

        // Otherwise it would not be due.
        var segment = _paged.First!;
        segment.Place = SegmentPlace.Returning;

        // On disk, so it has a page.
        return new PageIn(this, segment, pool.Rent(segment.Paged!.Page.Length));
    }

    /// <summary>Takes a segment back into memory, or gives it up.</summary>
    /// <param name="job">What was to be read.</param>
    /// <param name="isRead">Whether it was.</param>
    /// <returns>How many records were lost, when it was not.</returns>
    internal int EndPageIn(PageIn job, bool isRead)
    {
        var segment = job.Segment;
        if (segment.IsDropped)
        {
            segment.Paged?.Page.Free();
            pool.Return(job.Block);
            return 0;
        }

        _paged.RemoveFirst();
        if (isRead)
        {
            _chain.ReturnToMemory(segment, job.Block);
            segment.Place = SegmentPlace.Memory;
            segment.Paged?.Page.Free();
            segment.Paged = null;
            NextDue = Math.Min(NextDue, segment.Due);
            return 0;
        }

        pool.Return(job.Block);
        var lost = segment.Unread;
        Unread -= lost;
        segment.Place = SegmentPlace.OnDisk;
        LiveBytes -= segment.DropPaged();
        Remove(segment);
        return lost;
    }

    private static bool NoneMarked(ReadOnlySpan<byte> record) => false;

    /// <summary>Whether at least so many bytes are to be read before a segment is.</summary>
    private bool IsAhead(Segment target, long bytes)
    {
        for (var segment = Reading(); segment != target && bytes > 0; segment = segment.Next!)
        {
            bytes -= segment.Written;
        }

        return bytes <= 0;
    }
}
