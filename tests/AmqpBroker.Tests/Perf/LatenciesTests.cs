using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class LatenciesTests
{
    [Test]
    public void Small_durations_are_exact()
    {
        var histogram = new LatencyHistogram();
        for (var microseconds = 1; microseconds <= 100; microseconds++)
        {
            histogram.Record(microseconds);
        }

        var latencies = Latencies.Of([histogram]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(latencies.Count, Is.EqualTo(100));
            Assert.That(latencies.Percentile(0.5), Is.EqualTo(50));
            Assert.That(latencies.Percentile(0.99), Is.EqualTo(99));
            Assert.That(latencies.Percentile(1), Is.EqualTo(100));
            Assert.That(latencies.Percentile(0), Is.EqualTo(1));
        }
    }

    [Test]
    public void A_percentile_is_never_below_the_truth_and_at_most_1_6_percent_above([Random(1L, 100_000_000_000L, 200)] long microseconds)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(microseconds);

        var shown = Latencies.Of([histogram]).Percentile(1);

        Assert.That(shown, Is.InRange(microseconds, microseconds + (microseconds / 64)));
    }

    [TestCase(-1, 0)]
    [TestCase(0, 0)]
    [TestCase(63, 63)]
    [TestCase(64, 64)]
    [TestCase(127, 127)]
    [TestCase(128, 129)]
    [TestCase(long.MaxValue, 137_438_953_471)]
    public void The_edges_of_buckets(long microseconds, long shown)
    {
        var histogram = new LatencyHistogram();
        histogram.Record(microseconds);

        Assert.That(Latencies.Of([histogram]).Percentile(1), Is.EqualTo(shown));
    }

    [Test]
    public void Histograms_add_up_and_an_earlier_moment_is_taken_off()
    {
        var first = new LatencyHistogram();
        var second = new LatencyHistogram();
        first.Record(10);
        var earlier = Latencies.Of([first, second]);
        first.Record(20);
        second.Record(30);

        var since = Latencies.Of([first, second]).Since(earlier);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(since.Count, Is.EqualTo(2));
            Assert.That(since.Percentile(0.5), Is.EqualTo(20));
            Assert.That(since.Percentile(1), Is.EqualTo(30));
        }
    }

    [Test]
    public void Nothing_has_no_percentile()
        => Assert.That(Latencies.Of([]).Percentile(0.5), Is.Null);
}
