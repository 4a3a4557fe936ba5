using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class PerfMeasurementTests
{
    private readonly PerfCounters _counters = new();
    private readonly RecordingReport _report = new();

    [Test]
    public void The_warm_up_is_shown_and_not_summed_up()
    {
        var measurement = Start(new() { Uri = Uri, WarmUp = TimeSpan.FromSeconds(1), Duration = TimeSpan.FromSeconds(2) });

        _counters.AddPublished(1000);
        var afterOne = measurement.Tick(1, areProducersDone: false);
        _counters.AddPublished(50);
        var afterTwo = measurement.Tick(2, areProducersDone: false);
        _counters.AddPublished(50);
        var afterThree = measurement.Tick(3, areProducersDone: false);
        var measured = measurement.Finish(3);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { afterOne, afterTwo, afterThree }, Is.EqualTo(new[] { true, true, false }));
            Assert.That(_report.Published, Is.EqualTo(new[] { 1000, 50, 50 }));
            Assert.That(measured.Published, Is.EqualTo(100));
            Assert.That(measured.PublishRate, Is.EqualTo(50));
        }
    }

    [Test]
    public void With_a_number_of_messages_it_ends_when_the_last_is_delivered()
    {
        var measurement = Start(new() { Uri = Uri, Count = 10 });

        _counters.AddPublished(10);
        _counters.AddDelivered(9);
        var before = measurement.Tick(1, areProducersDone: true);
        _counters.AddDelivered(1);
        var after = measurement.Tick(2, areProducersDone: true);
        var measured = measurement.Finish(2.5);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before, Is.True);
            Assert.That(after, Is.False);
            Assert.That(measured.PublishRate, Is.EqualTo(10), "the producers were done after one second");
            Assert.That(measured.DeliverRate, Is.EqualTo(5), "the last delivery was seen after two");
        }
    }

    [Test]
    public void With_a_number_that_is_never_reached_it_ends_when_nothing_happens()
    {
        var measurement = Start(new() { Uri = Uri, Count = 10, Producers = 0 });

        _counters.AddDelivered(5);
        var busy = measurement.Tick(1, areProducersDone: true);
        var idle = measurement.Tick(3.1, areProducersDone: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(busy, Is.True);
            Assert.That(idle, Is.False);
            Assert.That(measurement.Finish(3.1).DeliverRate, Is.EqualTo(5), "the wait is not counted");
        }
    }

    private static AmqpUri Uri { get; } = new("h", 1, "u", "p", "/");

    private PerfMeasurement Start(PerfOptions options) => new(options, _report, [_counters]);

    private sealed class RecordingReport : IPerfReport
    {
        public List<long> Published { get; } = [];

        public void Begin(PerfOptions options) => Published.Clear();

        public void Interval(PerfSample interval, double elapsed) => Published.Add(interval.Published);

        public void End(PerfSample measured) => Published.Add(measured.Published);
    }
}
