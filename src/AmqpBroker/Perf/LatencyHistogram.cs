using System.Numerics;

namespace AmqpBroker.Perf;

/// <summary>Counts durations in buckets whose width grows with the value, so that every percentile is right to within
/// 1.6 %. One thread records; any thread may copy, and sees each bucket as it was at some moment of the copy.</summary>
internal sealed class LatencyHistogram
{
    private const int SubBucketBits = 6;
    private const int SubBuckets = 1 << SubBucketBits;
    private const int Octaves = 32;
    private const long MostMicroseconds = (1L << (Octaves + SubBucketBits - 1)) - 1;

    internal const int Buckets = Octaves * SubBuckets;

    private readonly long[] _counts = new long[Buckets];

    /// <param name="microseconds">A duration; below 0 counts as 0, above a day and a half as the longest there is.</param>
    public void Record(long microseconds) => _counts[IndexOf(Math.Clamp(microseconds, 0, MostMicroseconds))]++;

    public void AddTo(long[] counts)
    {
        for (var i = 0; i < Buckets; i++)
        {
            counts[i] += Volatile.Read(ref _counts[i]);
        }
    }

    /// <summary>The largest duration that is counted in the bucket, in microseconds.</summary>
    internal static long UpperBound(int bucket)
    {
        if (bucket < SubBuckets)
        {
            return bucket;
        }

        var shift = (bucket / SubBuckets) - 1;
        var least = (long)(SubBuckets + (bucket % SubBuckets)) << shift;
        return least + (1L << shift) - 1;
    }

    private static int IndexOf(long microseconds)
    {
        if (microseconds < SubBuckets)
        {
            return (int)microseconds;
        }

        var shift = BitOperations.Log2((ulong)microseconds) - SubBucketBits;
        return ((shift + 1) * SubBuckets) + (int)(microseconds >> shift) - SubBuckets;
    }
}
