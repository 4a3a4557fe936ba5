using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class ReportTests
{
    [Test]
    public void Columns_line_up_and_leave_out_what_did_not_happen()
    {
        var output = new StringWriter();
        var report = new TextReport(output);

        report.Interval(Sample(), elapsed: 1);
        report.End(Sample());

        Assert.That(output.ToString().ReplaceLineEndings("\n"), Is.EqualTo("""
                 time   published/s   confirmed/s   delivered/s   p50 us    p99 us
                1.0 s         2,000             -         1,000       42        42

            measured 0.50 s        messages    per second
            published                 1,000         2,000
            delivered                   500         1,000

            latency, us         p50       p95       p99     p99.9       max
            end to end           42        42        42        42        42

            """.ReplaceLineEndings("\n")));
    }

    [Test]
    public void JSON_is_one_object_per_line()
    {
        var output = new StringWriter();

        new JsonReport(output).End(Sample());

        Assert.That(output.ToString().TrimEnd(), Is.EqualTo(
            """{"type":"summary","seconds":0.5,"published":1000,"publish_rate":2000,"confirmed":0,"confirm_rate":0,"delivered":500,"deliver_rate":1000,"refused":0,"end_to_end_us":{"p50":42,"p95":42,"p99":42,"p99.9":42,"max":42}}"""));
    }

    private static PerfSample Sample()
    {
        var counters = new PerfCounters();
        counters.AddPublished(1000);
        counters.AddDelivered(500);
        counters.EndToEndLatency.Record(42);
        return PerfSample.Take(0.5, [counters]);
    }
}
