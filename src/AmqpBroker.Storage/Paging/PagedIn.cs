namespace AmqpBroker.Storage.Paging;

/// <summary>What became of a segment that was to be read: for its log.</summary>
public readonly struct PagedIn
{
    private readonly PageIn _job;
    private readonly bool _isRead;

    internal PagedIn(PageIn job, bool isRead)
    {
        _job = job;
        _isRead = isRead;
    }

    /// <summary>Tells the log. Under its owner's lock.</summary>
    /// <returns>How many records were lost with it.</returns>
    public int Tell() => _job.Log.EndPageIn(_job, _isRead);
}
