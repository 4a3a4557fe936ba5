namespace AmqpBroker.Perf;

/// <summary>Durations counted up to one moment, or between two.</summary>
internal sealed class Latencies
{
    private readonly long[] _counts;

    private Latencies(long[] counts)
    {
        _counts = counts;
        Count = counts.Sum();
    }

    public long Count { get; }

    public static Latencies Of(IEnumerable<LatencyHistogram> histograms)
    {
        var counts = new long[LatencyHistogram.Buckets];
        foreach (var histogram in histograms)
        {
            histogram.AddTo(counts);
        }

        return new(counts);
    }

    public Latencies Since(Latencies earlier)
    {
        var counts = new long[LatencyHistogram.Buckets];
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] = _counts[i] - earlier._counts[i];
        }

        return new(counts);
    }

    /// <summary>The duration in microseconds that the given share of all does not exceed; null when nothing was counted.</summary>
    /// <param name="share">From 0 to 1: 0.99 for the 99th percentile, 1 for the longest.</param>
    public long? Percentile(double share)
    {
        if (Count == 0)
        {
            return null;
        }

        var wanted = Math.Max(1, (long)Math.Ceiling(Count * share));
        var passed = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            passed += _counts[i];
            if (passed >= wanted)
            {
                return LatencyHistogram.UpperBound(i);
            }
        }

        return LatencyHistogram.UpperBound(_counts.Length - 1);
    }
}
