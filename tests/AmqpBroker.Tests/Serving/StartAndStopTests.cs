using System.Diagnostics;
using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

[Platform(Exclude = "Win", Reason = "signals")]
public sealed class StartAndStopTests
{
    [TestCase("TERM")]
    [TestCase("INT")]
    public async Task A_signal_ends_the_broker_cleanly_within_five_seconds(string signal)
    {
        using var directory = new TemporaryDirectory();
        using var process = new BrokerProcess(directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1");
        var banner = await process.ReadUntilAsync("Broker: Ready");

        var clock = Stopwatch.StartNew();
        await process.SignalAsync(signal);
        var end = await process.WaitAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(banner, Does.Match(@"amqp\s+127\.0\.0\.1:\d+"));
            Assert.That(banner, Does.Contain(Path.Combine(directory.Path, "data")));
            Assert.That(Directory.Exists(Path.Combine(directory.Path, "data")), "the data directory is created at the start");
            Assert.That(end.ExitCode, Is.Zero);
            Assert.That(end.Errors, Is.Empty);
            Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
        }
    }

    [Test]
    public async Task Logged_as_JSON_every_line_of_output_is_an_object()
    {
        using var directory = new TemporaryDirectory();
        using var process = new BrokerProcess(directory.Path, "--Amqp:Port=0", "--Amqp:Address=127.0.0.1", "--Logging:Format=json");

        var output = await process.ReadUntilAsync("is ready");

        Assert.That(output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries), Has.All.StartsWith("{").And.All.EndsWith("}"));
    }
}
