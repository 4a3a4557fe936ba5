using System.Text;
using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.OpenApi;

/// <summary>What the description says of answers is what they are, on a broker with everything in it.</summary>
[CancelAfter(120_000)]
public sealed class AnswerTests
{
    private const string Samples = "lengths_age=60&lengths_incr=5&msg_rates_age=60&msg_rates_incr=5&data_rates_age=60&data_rates_incr=5&node_stats_age=60&node_stats_incr=5";

    // The paths whose variables have an answer here, with what stands for them.
    private static readonly (string Path, string Called)[] Calls =
    [
        .. new[]
        {
            "/api/overview", "/api/nodes", "/api/queues", "/api/exchanges", "/api/bindings", "/api/connections", "/api/channels", "/api/consumers", "/api/vhosts",
            "/api/users", "/api/permissions", "/api/topic-permissions", "/api/policies", "/api/operator-policies", "/api/vhost-limits", "/api/user-limits",
            "/api/parameters", "/api/global-parameters", "/api/closed", "/api/feature-flags", "/api/whoami", "/api/definitions", "/api/cluster-name", "/api/auth",
        }.Select(static path => (path, path)),
        ("/api/overview", $"/api/overview?{Samples}"),
        ("/api/nodes", $"/api/nodes?{Samples}"),
        ("/api/queues", $"/api/queues?{Samples}"),
        ("/api/queues", "/api/queues?page=1"),
        ("/api/exchanges", $"/api/exchanges?page=1&{Samples}"),
        ("/api/connections", $"/api/connections?page=1&{Samples}"),
        ("/api/channels", $"/api/channels?page=1&{Samples}"),
        ("/api/vhosts", $"/api/vhosts?{Samples}"),
        ("/api/queues/{vhost}/{name}", "/api/queues/%2F/orders"),
        ("/api/queues/{vhost}/{name}", "/api/queues/%2F/audit"),
        ("/api/exchanges/{vhost}/{name}", "/api/exchanges/%2F/events"),
        ("/api/queues/{vhost}/{name}/bindings", "/api/queues/%2F/orders/bindings"),
        ("/api/explain/{vhost}/{exchange}", "/api/explain/%2F/events?routing_key=order.new"),
        ("/api/health/checks/alarms", "/api/health/checks/alarms"),
    ];

    private ManagedBroker _broker = null!; // made before each test
    private IConnection _connection = null!; // made before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        foreach (var (path, body) in new[]
        {
            ("/api/vhosts/shop", """{"description":"a shop","tags":"small"}"""),
            ("/api/topic-permissions/%2F/guest", """{"exchange":"events","write":".*","read":".*"}"""),
            ("/api/policies/%2F/limit", """{"pattern":"^or","definition":{"max-length":100}}"""),
            ("/api/operator-policies/%2F/limit", """{"pattern":"^or","definition":{"max-length":200}}"""),
            ("/api/vhost-limits/shop/max-queues", """{"value":5}"""),
            ("/api/user-limits/guest/max-channels", """{"value":50}"""),
            ("/api/global-parameters/colour", """{"value":{"a":1}}"""),
        })
        {
            Assert.That((await _broker.Api.PutAsync(path, body)).Status, Is.EqualTo(201).Or.EqualTo(204), path);
        }

        _connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort, ClientProvidedName = "shop" }.CreateConnectionAsync();
        var channel = await _connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync("events", "topic");
        await channel.QueueDeclareAsync("orders", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-max-length"] = 10 });
        await channel.QueueDeclareAsync("audit", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync("orders", "events", "order.*");
        await channel.QueueBindAsync("audit", "events", "#");
        await channel.BasicPublishAsync("events", "order.new", Encoding.UTF8.GetBytes("one"));
        await channel.BasicConsumeAsync("orders", autoAck: true, new AsyncDefaultBasicConsumer(channel));
        var closed = await _connection.CreateChannelAsync();
        await closed.CloseAsync();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _connection.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [Test]
    public async Task Answers_are_as_they_are_described()
    {
        var document = (await _broker.Api.GetAsync("/api/openapi.json")).Json;
        var check = new SchemaCheck(document);
        foreach (var (path, called) in Calls)
        {
            var answer = await _broker.Api.GetAsync(called);
            Assert.That(answer.Status, Is.EqualTo(200), called);
            check.Check(JsonNode.Parse(answer.Text), document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!, called);
        }

        Assert.That(check.Mistakes.Distinct(StringComparer.Ordinal), Is.Empty);
    }

    [Test]
    public void What_is_missing_wrong_or_not_described_is_found()
    {
        var schema = JsonNode.Parse("""{"type":"object","properties":{"a":{"type":"integer"},"b":{"type":["string","null"]}},"required":["a","b"]}""")!;
        var check = new SchemaCheck(new JsonObject());
        check.Check(JsonNode.Parse("""{"a":"x","c":1}"""), schema, "it");

        Assert.That(check.Mistakes, Is.EqualTo(new[] { "it.b is missing", "it.a: \"x\" is not \"integer\"", "it.c is not described" }));
    }
}
