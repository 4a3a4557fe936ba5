using System.Globalization;

namespace AmqpBroker.Perf;

/// <summary>The figures in columns, with the heading again on every screenful.</summary>
internal sealed class TextReport(TextWriter output) : IPerfReport
{
    private const int LinesPerHeading = 30;
    private const string Nothing = "-";

    private int _lines;

    public void Begin(PerfOptions options)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{options.Uri}, {Count(options.Producers, "producer")}, {Count(options.Consumers, "consumer")}, {Count(options.Queues, "queue")}, {options.Size:N0} bytes a message"));
    }

    public void Interval(PerfSample interval, double elapsed)
    {
        if (_lines++ % LinesPerHeading == 0)
        {
            output.WriteLine("     time   published/s   confirmed/s   delivered/s   p50 us    p99 us");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elapsed,7:N1} s {Rate(interval.PublishRate),13} {Rate(interval.ConfirmRate),13} {Rate(interval.DeliverRate),13} {Latency(interval, 0.5),8} {Latency(interval, 0.99),9}"));
    }

    public void End(PerfSample measured)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"measured {measured.Seconds:N2} s        messages    per second"));
        WriteTotal("published", measured.Published, measured.PublishRate);
        WriteTotal("confirmed", measured.Confirmed, measured.ConfirmRate);
        WriteTotal("refused", measured.Refused, null);
        WriteTotal("delivered", measured.Delivered, measured.DeliverRate);
        if (measured.EndToEnd.Count + measured.Confirm.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("latency, us         p50       p95       p99     p99.9       max");
            WritePercentiles("end to end", measured.EndToEnd);
            WritePercentiles("confirm", measured.Confirm);
        }
    }

    private void WriteTotal(string name, long count, double? rate)
    {
        if (count > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} {count,14:N0} {rate,13:N0}"));
        }
    }

    private void WritePercentiles(string name, Latencies latencies)
    {
        if (latencies.Count > 0)
        {
            var columns = string.Join(' ', new[] { 0.5, 0.95, 0.99, 0.999, 1 }.Select(share => $"{Number(latencies.Percentile(share)),9}"));
            output.WriteLine($"{name,-13} {columns}");
        }
    }

    private static string Rate(double rate) => rate == 0 ? Nothing : Number((long)rate);

    /// <summary>End to end where that is measured, else until the confirm.</summary>
    private static string Latency(PerfSample interval, double share)
        => Number(interval.EndToEnd.Percentile(share) ?? interval.Confirm.Percentile(share));

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? Nothing;

    private static string Count(int count, string noun)
        => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? string.Empty : "s")}");
}
