using AmqpBroker.Perf;
using NUnit.Framework;

namespace AmqpBroker.Tests.Perf;

public sealed class PerfOptionsValidatorTests
{
    private static readonly PerfOptions Defaults = new() { Uri = new("h", 1, "u", "p", "/") };

    private static readonly TestCaseData<object, string>[] Mistakes =
    [
        new(Defaults with { Producers = 0, Consumers = 0 }, "--producers and --consumers are both 0: there is nothing to do"),
        new(Defaults with { Queues = 0 }, "--queues is 0; allowed: 1 to 1000"),
        new(Defaults with { Size = -1 }, "--size is -1; allowed: 0 to 536870912"),
        new(Defaults with { Rate = double.NaN }, "--rate is NaN; allowed: 0 to 1000000000"),
        new(Defaults with { Prefetch = 10 }, "--prefetch has no effect with automatic acknowledgement: add --ack"),
        new(Defaults with { Prefetch = 10, AckEvery = 20 }, "--ack 20 waits for more than --prefetch 10 lets through: it must not be larger"),
        new(Defaults with { RoutingKey = "a" }, "--routing-key needs --exchange: the default exchange routes by the queue's name"),
        new(Defaults with { QueuePrefix = "" }, "length of --queue-prefix is 0; allowed: 1 to 243"),
        new(Defaults with { Duration = TimeSpan.FromSeconds(-1) }, "--seconds is -1; allowed: 0 to 2592000"),
        new(Defaults with { Batch = 0 }, "--batch is 0; allowed: 1 to 100000"),
    ];

    [Test]
    public void The_defaults_are_valid()
        => Assert.That(PerfOptionsValidator.Validate(Defaults), Is.Empty);

    [TestCaseSource(nameof(Mistakes))]
    public void What_makes_no_sense_is_told_in_one_line(object options, string expected)
        => Assert.That(PerfOptionsValidator.Validate((PerfOptions)options), Is.EqualTo(new[] { expected }));
}
