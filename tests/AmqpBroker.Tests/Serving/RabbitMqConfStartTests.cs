using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

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
    public async Task It_says_what_the_first_user_may_how_many_may_connect_and_what_queues_are()
    {
        var path = _directory.Write("rabbitmq.conf", """
            default_permissions.configure = ^mine
            default_permissions.write = ^$
            default_permissions.read = .*
            default_user_tags.monitoring = true
            default_queue_type = quorum
            max_connections = 1
            management.path_prefix = /broker
            """);
        using var broker = new BrokerProcess(_directory.Path, "--config", path, "--Amqp:Address=127.0.0.1", "--Amqp:Port=0");
        var banner = await broker.ReadUntilAsync("Ready");
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = BrokerProcess.PortOf(banner), AutomaticRecoveryEnabled = false };
        using var api = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{BrokerProcess.HttpPortOf(banner)}/broker/api/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest")));

        await using var connection = await factory.CreateConnectionAsync();
        await using (var channel = await connection.CreateChannelAsync())
        {
            await channel.QueueDeclareAsync("mine", durable: true, exclusive: false, autoDelete: false);
        }

        var queue = JsonNode.Parse(await api.GetStringAsync("queues/%2F/mine"))!;
        var me = JsonNode.Parse(await api.GetStringAsync("whoami"))!;
        await using var other = await connection.CreateChannelAsync();
        var refusal = await Assert.ThrowsAsync<OperationInterruptedException>(() => other.QueueDeclareAsync("theirs"));
        var full = await Assert.CatchAsync<RabbitMQClientException>(async () =>
        {
            // The client may hear of the refusal only when it opens a channel.
            await using var second = await factory.CreateConnectionAsync();
            await using var its = await second.CreateChannelAsync();
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)queue["type"], Is.EqualTo("quorum"));
            Assert.That(me["tags"]!.ToJsonString(), Is.EqualTo("""["monitoring"]"""));
            Assert.That(refusal!.Message, Does.Contain("ACCESS_REFUSED"));
            Assert.That(full!.ToString(), Does.Contain("node connection limit (1) is reached"));
        }
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
