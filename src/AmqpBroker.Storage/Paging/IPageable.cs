namespace AmqpBroker.Storage.Paging;

/// <summary>The owner of a log, as the pager sees it: it takes its own lock around each of these, and the pager none.</summary>
public interface IPageable
{
    /// <summary>Bytes that its segments take in memory, about.</summary>
    long BytesInMemory { get; }

    /// <summary>Lends out the segment that should leave memory next; null when none may.</summary>
    /// <param name="readAhead">Bytes that a log being read keeps in memory before its cursor, at least.</param>
    /// <param name="includesTail">Whether the last segment may go though there is room in it.</param>
    PageOut? BeginPageOut(long readAhead, bool includesTail);

    /// <summary>Takes back what was lent, with what became of it.</summary>
    void EndPageOut(PagedOut result);

    /// <summary>Gives the segment that should come back from disk; null when enough waits in memory.</summary>
    /// <param name="readAhead">Bytes that should wait in memory.</param>
    PageIn? BeginPageIn(long readAhead);

    /// <summary>Takes a segment back, and goes on reading.</summary>
    /// <returns>How many records were lost with it.</returns>
    int EndPageIn(PagedIn result);
}
