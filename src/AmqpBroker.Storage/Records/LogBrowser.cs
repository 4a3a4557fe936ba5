using System.Buffers;
using System.Runtime.InteropServices;
using AmqpBroker.Storage.Paging;

namespace AmqpBroker.Storage.Records;

/// <summary>How far somebody has looked over the unread records of a log (<see cref="RecordLog.Browse"/>), none of which is moved by it.</summary>
/// <remarks>Confined to whoever looks; what lies on disk is read without the log's lock, and shown if it is there still.</remarks>
public sealed class LogBrowser : IDisposable
{
    private byte[]? _bytes;

    /// <summary>The position of the next record to be looked at, at least.</summary>
    public long Next { get; set; }

    /// <summary>How many records are passed over first.</summary>
    public long Skip { get; set; }

    /// <summary>The segment on disk where it stands; null when it is in memory, or not known.</summary>
    internal Segment? Segment { get; private set; }

    /// <summary>The page of <see cref="Segment"/>.</summary>
    internal Page? Page { get; private set; }

    /// <summary>Whether all of <see cref="Page"/> has been shown.</summary>
    internal bool IsPageDone { get; private set; }

    /// <summary>Whether the page where it stands, and which may have been read, is the segment's still: then all of it is unread. Under the log's lock.</summary>
    /// <remarks>A page is one stretch of one segment, which belongs to one log for as long as it is in a page.</remarks>
    public bool IsPageStill => Segment is { IsDropped: false, Paged.Page: var page } && ReferenceEquals(page, Page);

    /// <summary>Reads the page before which <see cref="RecordLog.Browse"/> has stopped. Without the log's lock: it may be freed meanwhile.</summary>
    /// <returns>What went wrong; null for nothing. Of importance only if <see cref="IsPageStill"/> says that the page is there.</returns>
    public Exception? TryReadPage()
    {
        // It has stopped before one.
        var page = Page!;
        try
        {
            Return();
            _bytes = ArrayPool<byte>.Shared.Rent(page.Length);
            PageStore.Read(page, _bytes.AsSpan(0, page.Length));
            return null;
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            return exception;
        }
    }

    /// <summary>Shows the records of the page that was read, once <see cref="IsPageStill"/> has said that they are unread. Without the log's lock.</summary>
    /// <returns>Whether the visitor wants more.</returns>
    public bool VisitPage(RecordVisitor visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        var bytes = _bytes.AsSpan(0, Page!.Length);
        while (bytes.Length > 0)
        {
            var length = MemoryMarshal.Read<int>(bytes);
            var position = MemoryMarshal.Read<long>(bytes[sizeof(int)..]);
            var isUnread = length >= 0 && position >= 0;
            length = length < 0 ? ~length : length;
            if (isUnread && position >= Next && !Show(position, bytes.Slice(Records.Segment.RecordOverhead, length), visit))
            {
                return false;
            }

            bytes = bytes[(Records.Segment.RecordOverhead + length)..];
        }

        IsPageDone = true;
        return true;
    }

    /// <summary>Begins again, with the first record of a log, which may be another.</summary>
    public void Restart()
    {
        Next = 0;
        StandAt(null);
    }

    /// <inheritdoc/>
    public void Dispose() => Return();

    /// <summary>Passes over a record, or shows it.</summary>
    /// <returns>Whether the visitor wants more.</returns>
    internal bool Show(long position, ReadOnlySpan<byte> record, RecordVisitor visit)
    {
        Next = position + 1;
        if (Skip > 0)
        {
            Skip--;
            return true;
        }

        return visit(position, record);
    }

    /// <summary>Notes where it stands: at a segment on disk, or not.</summary>
    internal void StandAt(Segment? segment)
    {
        IsPageDone = false;
        Segment = segment;
        Page = segment?.Paged?.Page;
    }

    private void Return()
    {
        if (_bytes is not null)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = null;
        }
    }
}
