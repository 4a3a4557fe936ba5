namespace AmqpBroker.Storage.Paging;

/// <summary>What is known of a segment whose bytes are in a page. Never changed.</summary>
/// <param name="page">Where the bytes are.</param>
/// <param name="recordBytes">Bytes of its records, headers not counted.</param>
/// <param name="marked">Positions of the records that the log's owner asks for by position.</param>
/// <param name="firstPosition">The position of its first record, released or not.</param>
internal sealed class PagedContents(Page page, long recordBytes, IReadOnlyList<PositionRun> marked, long firstPosition)
{
    /// <summary>Where the bytes are.</summary>
    public Page Page => page;

    /// <summary>Bytes of its records, headers not counted.</summary>
    public long RecordBytes => recordBytes;

    /// <summary>Positions of the records that the log's owner asks for by position, in ascending order.</summary>
    public IReadOnlyList<PositionRun> Marked => marked;

    /// <summary>The position of its first record, released or not.</summary>
    public long FirstPosition => firstPosition;
}
