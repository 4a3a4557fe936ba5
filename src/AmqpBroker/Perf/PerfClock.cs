using System.Diagnostics;

namespace AmqpBroker.Perf;

/// <summary>The monotonic clock of the machine, whose readings can be compared between processes on it.</summary>
internal static class PerfClock
{
    public static long Now => Stopwatch.GetTimestamp();

    public static long Microseconds(long ticks) => (long)(ticks * (1e6 / Stopwatch.Frequency));

    public static double SecondsSince(long timestamp) => Stopwatch.GetElapsedTime(timestamp).TotalSeconds;
}
