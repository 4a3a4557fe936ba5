using System.Text.Json.Nodes;
using AmqpBroker.Core;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Statistics;

/// <summary>The overview, the node, and how rates come about on a clock that the test moves.</summary>
public sealed class NodeEndpointTests
{
    private readonly FakeTimeProvider _clock = new();
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync(services: services => services.AddSingleton<TimeProvider>(_clock));

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task The_overview_is_shown_as_RabbitMQ_shows_it()
    {
        await PublishAsync(3);

        var overview = await GetAsync("/api/overview");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("overview", overview, "linger", "exit_on_close", "disk_reads", "disk_reads_details", "disk_writes", "disk_writes_details"), Is.Empty);
            Assert.That((int)overview["message_stats"]!["publish"]!, Is.EqualTo(3));
            Assert.That((int)overview["queue_totals"]!["messages_ready"]!, Is.EqualTo(3));
            Assert.That((int)overview["object_totals"]!["queues"]!, Is.EqualTo(1));
            Assert.That((int)overview["churn_rates"]!["queue_created"]!, Is.EqualTo(1));
            Assert.That(overview["listeners"]!.AsArray().Select(listener => (string?)listener!["protocol"]), Does.Contain("amqp").And.Contain("http"));
        }
    }

    [Test]
    public async Task Without_statistics_there_are_totals_only_when_they_are_asked_for()
    {
        await PublishAsync(3);

        var bare = await GetAsync("/api/overview?disable_stats=true");
        var totals = await GetAsync("/api/overview?disable_stats=true&enable_queue_totals=true");

        Assert.That(Shape.Differences("overview-disable-stats", bare), Is.Empty);
        Assert.That((bare["queue_totals"], bare["message_stats"], (int)totals["queue_totals"]!["messages"]!), Is.EqualTo(((JsonNode?)null, (JsonNode?)null, 3)));
    }

    [Test]
    public async Task The_overview_of_one_virtual_host_shows_what_is_and_happens_there_alone()
    {
        await _broker.Api.PutAsync("/api/vhosts/quiet");
        await PublishAsync(3);

        var busy = (await _broker.Api.SendAsync(HttpMethod.Get, "/api/overview", body: null, ("x-vhost", "/"))).Json;
        var quiet = (await _broker.Api.SendAsync(HttpMethod.Get, "/api/overview", body: null, ("x-vhost", "quiet"))).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)busy["queue_totals"]!["messages"]!, Is.EqualTo(3));
            Assert.That((int?)busy["message_stats"]?["publish"], Is.EqualTo(3));
            Assert.That((int)quiet["queue_totals"]!["messages"]!, Is.Zero);
            Assert.That((int?)quiet["message_stats"]?["publish"] ?? 0, Is.Zero);
            Assert.That((int)quiet["object_totals"]!["queues"]!, Is.Zero);
        }
    }

    [Test]
    public async Task Rates_and_samples_show_what_has_happened_when()
    {
        await PublishAsync(10);
        _clock.Advance(TimeSpan.FromSeconds(5));
        await PublishAsync(20);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var overview = await GetAsync("/api/overview?msg_rates_age=10&msg_rates_incr=5&lengths_age=10&lengths_incr=5");

        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.That(Shape.Differences("overview-with-rates", overview, "disk_reads", "disk_reads_details", "disk_writes", "disk_writes_details"), Is.Empty);
        Assert.That(
            overview["message_stats"]!["publish_details"]!.ToJsonString(),
            Is.EqualTo($$"""{"avg":13.333333333333334,"avg_rate":3.0,"samples":[{"sample":30,"timestamp":{{now}}},{"sample":10,"timestamp":{{now - 5000}}},{"sample":0,"timestamp":{{now - 10_000}}}],"rate":4.0}"""));
        Assert.That((double)overview["queue_totals"]!["messages_details"]!["rate"]!, Is.EqualTo(4.0));
    }

    [TestCase("message_stats.publish")]
    [TestCase("message_stats.publish_details.rate")]
    [TestCase("messages_ready_details.rate")]
    [TestCase("message_bytes")]
    public async Task Queues_are_sorted_by_what_happens_in_them(string column)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/a");
        await PublishAsync(7);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var queues = (await GetAsync($"/api/queues?sort={column}&sort_reverse=true")).AsArray();

        Assert.That(queues.Select(queue => (string?)queue!["name"]), Is.EqualTo((string[])["q", "a"]));
        Assert.That((double)queues[0]!["message_stats"]!["publish_details"]!["rate"]!, Is.EqualTo(1.4));
        Assert.That(queues[1]!.AsObject().ContainsKey("message_stats"), Is.False);
    }

    [Test]
    public async Task An_exchange_and_a_queue_tell_what_has_happened_when()
    {
        await PublishAsync(5);
        _clock.Advance(TimeSpan.FromSeconds(5));

        const string range = "?msg_rates_age=5&msg_rates_incr=5&lengths_age=5&lengths_incr=5";
        var queue = await GetAsync("/api/queues/%2F/q" + range);
        var exchange = await GetAsync("/api/exchanges/%2F/amq.default" + range);

        Assert.That(Shape.Differences("queue-with-rates", queue), Is.Empty);
        Assert.That(
            exchange["message_stats"]!["publish_in_details"]!["samples"]!.AsArray().Select(sample => (int)sample!["sample"]!), Is.EqualTo((int[])[5, 0]));
        Assert.That((int)exchange["message_stats"]!["publish_out"]!, Is.EqualTo(5));
    }

    [TestCase("msg_rates_age=60&msg_rates_incr=0", "age 60, incr 0")]
    [TestCase("lengths_age=10000&lengths_incr=5", "age 10000, incr 5")]
    public async Task More_samples_than_may_be_are_refused(string query, string text)
    {
        var answer = await _broker.Api.GetAsync("/api/overview?" + query);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((400, $$"""{"error":"bad_request","reason":"Invalid range parameters: {{text}}"}""")));
    }

    [TestCase("msg_rates_age=60")]
    [TestCase("msg_rates_age=x&msg_rates_incr=5")]
    public async Task Half_a_range_is_none(string query) =>
        Assert.That((await _broker.Api.GetAsync("/api/overview?" + query)).Status, Is.EqualTo(200));

    [Test]
    public async Task The_node_is_shown_as_RabbitMQ_shows_it()
    {
        _clock.Advance(TimeSpan.FromSeconds(5));
        var name = _broker.Services.GetRequiredService<BrokerIdentity>().NodeName;

        var nodes = await GetAsync("/api/nodes");
        var node = await GetAsync($"/api/nodes/{name}?memory=true");

        string[] virtualMachine = ["ra_open_file_metrics", "metrics_gc_queue_length", "cowboy_opts", "protocol"];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("nodes", nodes, virtualMachine), Is.Empty);
            Assert.That(Shape.Differences("node-memory-breakdown", await GetAsync($"/api/nodes/{name}/memory")), Is.Empty);
            Assert.That(Shape.Differences("node-memory", node), Is.Empty);
            Assert.That((int)(await GetAsync($"/api/nodes/{name}/memory/relative"))["memory"]!["total"]!, Is.EqualTo(100));
            Assert.That((long)node["mem_used"]!, Is.GreaterThan(1_000_000));
            Assert.That((long)node["fd_used"]!, Is.GreaterThan(0));
            Assert.That((long)node["fd_total"]!, Is.GreaterThan((long)node["fd_used"]!));
            Assert.That((long)node["proc_used"]!, Is.GreaterThan(0));
            Assert.That((await _broker.Api.GetAsync("/api/nodes/nobody@nowhere")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Logins_are_counted_by_protocol_until_that_is_reset()
    {
        using var stranger = new ApiClient(_broker.Uri, "guest", "wrong");
        await stranger.GetAsync("/api/overview");
        await PublishAsync(1);
        var path = $"/api/auth/attempts/{_broker.Services.GetRequiredService<BrokerIdentity>().NodeName}";

        var attempts = (await GetAsync(path)).AsArray();
        await _broker.Api.DeleteAsync(path);

        Assert.That(Shape.Differences("auth-attempts", attempts), Is.Empty);
        Assert.That(
            attempts.Select(row => ((string?)row!["protocol"], (int)row["auth_attempts_failed"]!, (int)row["auth_attempts_succeeded"]!)),
            Is.EqualTo(((string?, int, int)[])[("http", 1, 1), ("amqp091", 0, 1)]));
        Assert.That((await GetAsync(path)).AsArray(), Has.Count.EqualTo(1), "of the new count there is this request alone");
        Assert.That((await GetAsync(path + "/source")).AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_reset_forgets_what_has_been()
    {
        await PublishAsync(3);
        await _broker.Api.DeleteAsync("/api/reset");

        var overview = await GetAsync("/api/overview");

        Assert.That(overview["message_stats"]!.AsObject(), Is.Empty);
        Assert.That((int)overview["queue_totals"]!["messages"]!, Is.EqualTo(3));
    }

    [Test]
    public async Task Features_are_listed_as_they_are()
    {
        var flags = await GetAsync("/api/feature-flags");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Shape.Differences("feature-flags", flags), Is.Empty);
            Assert.That((await _broker.Api.PutAsync("/api/feature-flags/quorum_queue/enable")).Status, Is.EqualTo(204));
            Assert.That((await _broker.Api.PutAsync("/api/feature-flags/stream_queue/enable")).Status, Is.EqualTo(400));
            Assert.That((await _broker.Api.PostAsync("/api/rebalance/queues")).Status, Is.EqualTo(204));
            Assert.That((await GetAsync("/api/extensions")).AsArray(), Is.Empty);
        }
    }

    private async Task PublishAsync(int count)
    {
        await using var connection = await new ConnectionFactory { HostName = "127.0.0.1", Port = _broker.AmqpPort }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("q", durable: false, exclusive: false, autoDelete: false);
        for (var i = 0; i < count; i++)
        {
            await channel.BasicPublishAsync("", "q", new byte[10]);
        }

        await channel.QueueDeclarePassiveAsync("q");
    }

    private async Task<JsonNode> GetAsync(string path) => (await _broker.Api.GetAsync(path)).Json;
}
