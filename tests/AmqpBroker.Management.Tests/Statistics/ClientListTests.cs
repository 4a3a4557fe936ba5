using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Statistics;

/// <summary>How clients and what they have are found in lists.</summary>
[CancelAfter(60_000)]
public sealed class ClientListTests
{
    private ManagedBroker _broker = null!; // set before each test
    private IConnection _connection = null!; // set before each test
    private IChannel _channel = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        _connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort }.CreateConnectionAsync("warehouse");
        _channel = await _connection.CreateChannelAsync();
        await _channel.QueueDeclareAsync("orders", durable: false, exclusive: true, autoDelete: false);
        await _channel.QueueDeclareAsync("invoices", durable: false, exclusive: false, autoDelete: false);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
        await _broker.DisposeAsync();
    }

    [TestCase("/api/connections", "wareHOUSE", 1)]
    [TestCase("/api/connections", "guest", 1)]
    [TestCase("/api/connections", "127.0.0.1", 1)]
    [TestCase("/api/connections", "checkout", 0)]
    [TestCase("/api/channels", "warehouse", 1)]
    [TestCase("/api/channels", "checkout", 0)]
    public async Task A_plain_word_finds_a_client_by_its_name_and_its_user(string path, string word, int count)
    {
        Assert.That(await CountAsync($"{path}?page=1&filter={word}"), Is.EqualTo(count));
    }

    [Test]
    public async Task The_name_parameter_looks_at_the_name_alone()
    {
        Assert.That(await CountAsync("/api/connections?page=1&name=warehouse"), Is.Zero);
    }

    [Test]
    public async Task A_consumer_tells_what_it_has_not_settled(CancellationToken cancellation)
    {
        await _channel.BasicQosAsync(0, 2, global: false, cancellation);
        await _channel.BasicConsumeAsync("orders", autoAck: false, "packer", new AsyncDefaultBasicConsumer(_channel), cancellation);
        for (var i = 0; i < 3; i++)
        {
            await _channel.BasicPublishAsync("", "orders", "x"u8.ToArray(), cancellation);
        }

        await Eventually.TrueAsync(
            async () => (int)(await ItemAsync("/api/consumers?page=1&filter=packer"))!["messages_unacknowledged"]! == 2, "both deliveries to be shown", cancellation);

        var consumer = await ItemAsync("/api/consumers?page=1&filter=orders+messages_unacknowledged>1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)consumer!["channel_details"]!["user_provided_name"], Is.EqualTo("warehouse"));
            Assert.That(await CountAsync("/api/consumers/%2F?page=1&filter=invoices"), Is.Zero);
        }
    }

    [Test]
    public async Task What_ended_is_found_by_client_text_and_virtual_host()
    {
        await using (var other = await _connection.CreateChannelAsync())
        {
            await Assert.ThatAsync(() => other.QueueDeclarePassiveAsync("missing"), Throws.Exception);
        }

        var closed = await ItemAsync("/api/closed?page=1&filter=warehouse+not_found");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)closed!["user_provided_name"], Is.EqualTo("warehouse"));
            Assert.That(await CountAsync("/api/closed?page=1", "/"), Is.EqualTo(1));
            Assert.That(await CountAsync("/api/closed?page=1", "elsewhere"), Is.Zero);
        }
    }

    [Test]
    public async Task The_queues_that_go_with_a_connection_are_found_by_its_name()
    {
        var name = (string?)(await ItemAsync("/api/connections?page=1"))!["name"];

        var queue = await ItemAsync($"/api/queues?page=1&filter={Uri.EscapeDataString($"owner_pid_details.name=\"{name}\"")}");

        Assert.That((string?)queue?["name"], Is.EqualTo("orders"));
    }

    private async Task<int> CountAsync(string path, string virtualHost = "")
    {
        var answer = await _broker.Api.SendAsync(HttpMethod.Get, path, body: null, ("x-vhost", virtualHost));
        return (int)answer.Json["filtered_count"]!;
    }

    private async Task<JsonNode?> ItemAsync(string path) => (await _broker.Api.GetAsync(path)).Json["items"]!.AsArray().FirstOrDefault();
}
