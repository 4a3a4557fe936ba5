namespace AmqpBroker.Storage.Paging;

/// <summary>What became of a segment that was to be written: for its log.</summary>
public readonly struct PagedOut
{
    private readonly PageOut _job;
    private readonly PagedContents? _contents;

    internal PagedOut(PageOut job, PagedContents? contents)
    {
        _job = job;
        _contents = contents;
    }

    /// <summary>Tells the log. Under its owner's lock.</summary>
    public void Tell() => _job.Log.EndPageOut(_job, _contents);
}
