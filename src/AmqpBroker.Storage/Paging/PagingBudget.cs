using AmqpBroker.Storage.Records;

namespace AmqpBroker.Storage.Paging;

/// <summary>How much memory there is, and how it is shared out. Any thread.</summary>
/// <param name="limit">Bytes that segments may take.</param>
/// <param name="pool">Counts what they take.</param>
internal sealed class PagingBudget(long limit, SegmentPool pool)
{
    /// <summary>Read ahead at most: enough that the disk is asked for a few large pieces.</summary>
    private const long MostReadAhead = 8L * 1024 * 1024;

    private long _readAhead = Math.Min(MostReadAhead, limit / 16);

    /// <summary>Whether segments must go to disk.</summary>
    public bool IsExceeded => pool.BytesInUse > limit;

    /// <summary>Whether enough have gone: a little more than must, so that not every new segment begins it again.</summary>
    public bool IsMet => pool.BytesInUse <= limit - (limit / 16);

    /// <summary>Whether so much is in memory that whoever brings more must wait.</summary>
    public bool IsFarExceeded => pool.BytesInUse - limit > limit / 4;

    /// <summary>Bytes that a log being read should have in memory before its cursor.</summary>
    public long ReadAhead => Volatile.Read(ref _readAhead);

    /// <summary>Shares out the memory for reading ahead among the logs that hold most.</summary>
    public void ShareReadAhead(int logs) =>
        Volatile.Write(ref _readAhead, Math.Min(MostReadAhead, limit / 4 / Math.Max(4, logs)));
}
