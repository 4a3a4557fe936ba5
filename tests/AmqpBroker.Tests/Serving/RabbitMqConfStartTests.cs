using NUnit.Framework;

namespace AmqpBroker.Tests.Serving;

/// <summary>The broker started with a <c>rabbitmq.conf</c>.</summary>
public sealed class RabbitMqConfStartTests
{
    private TemporaryDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public async Task It_is_obeyed_and_what_is_ignored_is_logged()
    {
        var path = _directory.Write("rabbitmq.conf", "listeners.tcp.1 = 127.0.0.1:5672\ncluster_formation.discovery_retry_limit = 10\n");
        using var broker = new BrokerProcess(_directory.Path, "--config", path, "--Amqp:Port=0");

        var output = await broker.ReadUntilAsync("is ignored");

        Assert.That(output, Does.Match(@"amqp +127\.0\.0\.1:\d+"));
        Assert.That(output, Does.Contain($"{path}:2: cluster_formation.discovery_retry_limit is ignored: the broker is one node"));
    }

    [Test]
    public async Task A_value_out_of_range_is_told_with_its_line_and_both_names()
    {
        var path = _directory.Write("rabbitmq.conf", "# limits\nframe_max = 100\n");
        using var broker = new BrokerProcess(_directory.Path, "serve", "--config", path);

        var end = await broker.WaitAsync();

        Assert.That(end.ExitCode, Is.EqualTo(1));
        Assert.That(end.ErrorLines, Is.EqualTo(new[]
        {
            $"amqpbroker: {path}:2: frame_max: Amqp:FrameMax is '100'; allowed: 4096 to 16777216 bytes",
        }));
    }

    [Test]
    public async Task A_value_that_another_source_replaces_is_not_blamed_on_it()
    {
        var path = _directory.Write("rabbitmq.conf", "frame_max = 8192\n");
        using var broker = new BrokerProcess(_directory.Path, "--config", path, "--Amqp:FrameMax=1");

        var end = await broker.WaitAsync();

        Assert.That(end.ErrorLines, Is.EqualTo(new[] { "amqpbroker: Amqp:FrameMax is '1'; allowed: 4096 to 16777216 bytes" }));
    }
}
