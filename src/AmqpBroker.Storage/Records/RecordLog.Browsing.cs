namespace AmqpBroker.Storage.Records;

/// <content>How unread records are looked at, wherever they are, while they stay unread.</content>
public sealed partial class RecordLog
{
    /// <summary>Segments passed over in one hold of the owner's lock.</summary>
    private const int SegmentsAtOnce = 4096;

    /// <summary>Shows the unread records in memory from where a browser stands, until the visitor has had enough.</summary>
    /// <param name="browser">Where it stands, and then where it has come to.</param>
    /// <param name="visit">Looks at them.</param>
    public LogBrowseStop Browse(LogBrowser browser, RecordVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(browser);
        ArgumentNullException.ThrowIfNull(visit);
        if (Unread == 0)
        {
            return LogBrowseStop.End;
        }

        var passed = 0;
        for (var segment = StartOf(browser); segment is not null; segment = segment.Next)
        {
            if (TryPass(segment, browser))
            {
                if (++passed >= SegmentsAtOnce && !segment.IsInMemory)
                {
                    browser.StandAt(segment);
                    return LogBrowseStop.Paused;
                }
            }
            else if (!segment.IsInMemory)
            {
                browser.StandAt(segment);
                return LogBrowseStop.OnDisk;
            }
            else if (!Show(segment, browser, visit))
            {
                browser.StandAt(null);
                return LogBrowseStop.Paused;
            }
        }

        return LogBrowseStop.End;
    }

    /// <summary>Reads the unread record of a position, wherever it stands in memory; the cursor will pass over it.</summary>
    /// <param name="position">The position.</param>
    /// <param name="record">The record.</param>
    /// <param name="isOnDisk">Whether it may be there, on disk.</param>
    public bool TryTake(long position, out RecordRef record, out bool isOnDisk)
    {
        record = default;
        isOnDisk = false;
        if (Unread == 0)
        {
            return false;
        }

        var segment = Reading();
        while (segment is not null && (segment.Unread == 0 || (segment.Next?.FirstPosition ?? EndPosition) <= position))
        {
            segment = segment.Next;
        }

        isOnDisk = segment is { IsInMemory: false };
        if (segment is null || isOnDisk)
        {
            return false;
        }

        for (var offset = segment == _cursor ? _cursorOffset : 0; offset < segment.Written; offset = segment.BehindAny(offset))
        {
            if (segment.PositionAt(offset) == position && segment.IsUnreadAt(offset))
            {
                segment.Take(offset);
                Unread--;
                record = new RecordRef(segment, offset);
                return true;
            }
        }

        return false;
    }

    private Segment? StartOf(LogBrowser browser) => !browser.IsPageStill ? Reading() : browser.IsPageDone ? browser.Segment?.Next : browser.Segment;

    /// <summary>Passes over a segment of which nothing is to be shown: it is read, lies before, or is among those that are to be passed over.</summary>
    private bool TryPass(Segment segment, LogBrowser browser)
    {
        if (segment.Unread == 0)
        {
            return true;
        }

        var end = segment.Next?.FirstPosition ?? EndPosition;
        if (end <= browser.Next)
        {
            return true;
        }

        // What is before the cursor is no part of those that are unread.
        if (browser.Skip < segment.Unread || (browser.Next > segment.FirstPosition && !IsCursorBehind(segment, browser.Next)))
        {
            return false;
        }

        browser.Skip -= segment.Unread;
        browser.Next = end;
        return true;
    }

    private bool IsCursorBehind(Segment segment, long position) =>
        segment == _cursor && _cursorOffset < segment.Written && segment.PositionAt(_cursorOffset) >= position;

    private bool Show(Segment segment, LogBrowser browser, RecordVisitor visit)
    {
        for (var offset = segment == _cursor ? _cursorOffset : 0; offset < segment.Written; offset = segment.BehindAny(offset))
        {
            if (segment.IsUnreadAt(offset)
                && segment.PositionAt(offset) is var position && position >= browser.Next
                && !browser.Show(position, segment.Read(offset), visit))
            {
                return false;
            }
        }

        return true;
    }
}
