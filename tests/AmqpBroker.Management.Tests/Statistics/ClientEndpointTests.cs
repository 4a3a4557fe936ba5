using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Statistics;

/// <summary>Connections, channels, consumers, and what has become of them.</summary>
public sealed class ClientEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test
    private IConnection _connection = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        _connection = await ConnectAsync("publisher-1");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connection.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Test]
    public async Task An_exclusive_queue_names_the_connection_it_belongs_to()
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("mine", durable: false, exclusive: true, autoDelete: false);
        await channel.QueueDeclareAsync("ours", durable: false, exclusive: false, autoDelete: false);

        var mine = await GetAsync("/api/queues/%2F/mine");
        var ours = await GetAsync("/api/queues/%2F/ours");
        var connection = (await GetAsync("/api/connections"))[0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(mine["owner_pid_details"]!.AsObject().Select(static member => member.Key), Is.EqualTo(new[] { "name", "peer_host", "peer_port" }));
            Assert.That((string?)mine["owner_pid_details"]!["peer_host"], Is.EqualTo("127.0.0.1"));
            Assert.That((int)mine["owner_pid_details"]!["peer_port"]!, Is.EqualTo((int)connection["peer_port"]!));
            Assert.That((string?)mine["owner_pid_details"]!["name"], Is.EqualTo(Name(connection)));
            Assert.That(ours["owner_pid_details"], Is.Null);
            Assert.That((await GetAsync("/api/queues")).AsArray().Where(static queue => queue!["owner_pid_details"] is not null), Is.Empty, "as RabbitMQ");
        }
    }

    [Test]
    public async Task A_connection_is_shown_as_RabbitMQ_shows_it()
    {
        var list = await GetAsync("/api/connections");
        var name = Name(list[0]);
        var one = await GetAsync($"/api/connections/{Uri.EscapeDataString(name)}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("connections", list, "client_properties"), Is.Empty);
            Assert.That(Shape.Differences("connection", one, "client_properties"), Is.Empty);
            Assert.That((string?)one["user_provided_name"], Is.EqualTo("publisher-1"));
            Assert.That((string?)one["client_properties"]!["connection_name"], Is.EqualTo("publisher-1"));
            Assert.That((string?)one["state"], Is.EqualTo("running"));
            Assert.That((long)one["recv_oct"]!, Is.GreaterThan(100));
            Assert.That((int)one["port"]!, Is.EqualTo(_broker.AmqpPort));
            Assert.That(name, Is.EqualTo($"127.0.0.1:{one["peer_port"]} -> 127.0.0.1:{_broker.AmqpPort}"));
            Assert.That(Shape.Differences("vhost-connections", await GetAsync("/api/vhosts/%2F/connections"), "client_properties"), Is.Empty);
            Assert.That(Shape.Differences("connections-username", await GetAsync("/api/connections/username/guest")), Is.Empty);
        }
    }

    [Test]
    public async Task A_channel_is_shown_with_what_it_does()
    {
        await using var publisher = await _connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await using var consumer = await _connection.CreateChannelAsync();
        await consumer.QueueDeclareAsync("q", durable: false, exclusive: false, autoDelete: false);
        await consumer.BasicQosAsync(0, 3, global: false);
        await publisher.BasicPublishAsync("", "q", new byte[10]);
        var delivered = new TaskCompletionSource();
        var events = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(consumer);
        events.ReceivedAsync += (_, _) =>
        {
            delivered.TrySetResult();
            return Task.CompletedTask;
        };
        await consumer.BasicConsumeAsync("q", autoAck: false, "inv-1", events);
        await delivered.Task.WaitAsync(TimeSpan.FromSeconds(30));

        var list = (await GetAsync("/api/channels")).AsArray();
        var connection = Uri.EscapeDataString(Name(list[0]![("connection_details")]));
        var publishing = await GetAsync("/api/channels/" + Uri.EscapeDataString(Name(list[0])));
        var consuming = await GetAsync("/api/channels/" + Uri.EscapeDataString(Name(list[1])));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("connection-channels", list, "idle_since"), Is.Empty);
            Assert.That(Shape.Differences("channel-publisher", publishing, "idle_since"), Is.Empty);
            Assert.That(Shape.Differences("channel-consumer", consuming, "idle_since"), Is.Empty);
            Assert.That((await GetAsync($"/api/connections/{connection}/channels")).AsArray(), Has.Count.EqualTo(2));
            Assert.That((await GetAsync("/api/vhosts/%2F/channels")).AsArray(), Has.Count.EqualTo(2));
            Assert.That((int)publishing["message_stats"]!["publish"]!, Is.EqualTo(1));
            Assert.That((int)consuming["message_stats"]!["deliver"]!, Is.EqualTo(1));
            Assert.That((int)consuming["prefetch_count"]!, Is.EqualTo(3));
            Assert.That(Shape.Differences("consumers", await GetAsync("/api/consumers")), Is.Empty);
            Assert.That((string?)(await GetAsync("/api/consumers/%2F"))[0]!["consumer_tag"], Is.EqualTo("inv-1"));
        }
    }

    [Test]
    public async Task Of_a_single_active_consumer_the_others_wait()
    {
        await using var channel = await _connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(
            "q", durable: false, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-single-active-consumer"] = true });
        var consumer = new RabbitMQ.Client.Events.AsyncEventingBasicConsumer(channel);
        await channel.BasicConsumeAsync("q", autoAck: true, "a", consumer);
        await channel.BasicConsumeAsync("q", autoAck: true, "b", consumer);

        var consumers = (await GetAsync("/api/consumers")).AsArray();

        Assert.That(
            consumers.Select(row => ((string?)row!["consumer_tag"], (bool)row["active"]!, (string?)row["activity_status"])),
            Is.EqualTo(((string?, bool, string?)[])[("a", true, "single_active"), ("b", false, "waiting")]));
    }

    [TestCase("maintenance", "CONNECTION_FORCED - maintenance")]
    [TestCase(null, "CONNECTION_FORCED - Closed via management plugin")]
    public async Task A_connection_is_closed_with_the_reason_given(string? reason, string text)
    {
        var closed = new TaskCompletionSource<string>();
        _connection.ConnectionShutdownAsync += (_, shutdown) =>
        {
            closed.TrySetResult(shutdown.ReplyText);
            return Task.CompletedTask;
        };
        var path = $"/api/connections/{Uri.EscapeDataString(Name((await GetAsync("/api/connections"))[0]))}";

        var answer = await _broker.Api.SendAsync(HttpMethod.Delete, path, null, reason is null ? [] : [("X-Reason", reason)]);

        Assert.That(answer.Status, Is.EqualTo(204));
        Assert.That(await closed.Task.WaitAsync(TimeSpan.FromSeconds(30)), Is.EqualTo(text));
        var closings = (await GetAsync("/api/closed"))[0]!;
        Assert.That(((string?)closings["type"], (string?)closings["closed_by"], (int)closings["code"]!, (string?)closings["text"]), Is.EqualTo(("connection", "broker", 320, text)));
    }

    [Test]
    public async Task All_connections_of_a_user_are_closed_at_once_and_none_is_no_error()
    {
        var none = await _broker.Api.DeleteAsync("/api/connections/username/nobody");
        var all = await _broker.Api.DeleteAsync("/api/connections/username/guest");

        await AmqpBroker.TestKit.Eventually.TrueAsync(() => !_connection.IsOpen, "the connection to be closed", CancellationToken.None);
        Assert.That((none.Status, all.Status), Is.EqualTo((204, 204)));
    }

    [Test]
    public async Task What_caused_the_end_of_a_channel_can_be_asked_afterwards()
    {
        var channel = await _connection.CreateChannelAsync();
        await Assert.ThatAsync(() => channel.QueueDeclarePassiveAsync("missing"), Throws.Exception);

        var closed = (await GetAsync("/api/closed"))[0]!;

        Assert.That(
            ((string?)closed["type"], (int)closed["code"]!, (string?)closed["operation"], (string?)closed["user"]),
            Is.EqualTo(("channel", 404, "queue.declare", "guest")));
    }

    [TestCase("/api/connections/nope")]
    [TestCase("/api/channels/nope")]
    [TestCase("/api/channels/nope%20(1)")]
    [TestCase("/api/vhosts/nope/connections")]
    [TestCase("/api/consumers/nope")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.That((await _broker.Api.GetAsync(path)).Status, Is.EqualTo(404));

    private static string Name(JsonNode? row) => (string?)row?["name"] ?? "";

    private async Task<JsonNode> GetAsync(string path) => (await _broker.Api.GetAsync(path)).Json;

    private async Task<IConnection> ConnectAsync(string name) =>
        await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort }.CreateConnectionAsync(name);
}
