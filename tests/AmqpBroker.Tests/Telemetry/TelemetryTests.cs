using AmqpBroker.Tests.Serving;
using NUnit.Framework;

namespace AmqpBroker.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Figures_are_sent_to_the_collector(CancellationToken cancellationToken)
    {
        await using var collector = await Collector.StartAsync();
        using var directory = new TemporaryDirectory();
        using var broker = new BrokerProcess(
            directory.Path, "--Amqp:Address=127.0.0.1", "--Amqp:Port=0", $"--Telemetry:Endpoint={collector.Url}", "--Telemetry:Interval=00:00:01");

        var (path, type, body) = await collector.NextAsync(cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((path, type), Is.EqualTo(("/v1/metrics", "application/x-protobuf")));
            Assert.That(body, Does.Contain("service.name").And.Contain("amqpbroker"));
            Assert.That(body, Does.Contain("amqpbroker.messages.published").And.Contain("consume_manual_ack").And.Contain("amqpbroker.memory.resident"));
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_collector_that_is_not_there_keeps_nobody_from_working(CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        using var broker = new BrokerProcess(
            directory.Path, "--Amqp:Address=127.0.0.1", "--Amqp:Port=0", "--Telemetry:Endpoint=http://127.0.0.1:1", "--Telemetry:Interval=00:00:01");
        var port = BrokerProcess.PortOf(await broker.ReadUntilAsync("Ready"));

        await LoadRun.PublishAsync(directory.Path, port, messages: 10);
        await broker.SignalAsync("TERM");

        Assert.That((await broker.WaitAsync()).ExitCode, Is.Zero);
    }
}
