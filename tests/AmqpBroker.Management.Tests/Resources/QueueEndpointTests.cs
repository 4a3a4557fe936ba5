using System.Diagnostics;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Management.Tests.Resources;

public sealed class QueueEndpointTests
{
    // Members of a queue's object that only RabbitMQ's machine has, or that are shown only here.
    private static readonly string[] NotHere =
    [
        "backing_queue_status", "garbage_collection", "reductions", "reductions_details", "messages_paged_out", "message_bytes_paged_out",
        "messages_persistent", "message_bytes_persistent", "messages_ram", "message_bytes_ram", "messages_ready_ram", "messages_unacknowledged_ram",
        "open_files", "messages_dlx", "message_bytes_dlx",
    ];

    // What they hold depends on how the queue was declared, not on what a queue is.
    private static readonly string[] ItsOwn = ["effective_policy_definition", "arguments"];

    // What comes with the statistics of connections and rates.
    private static readonly string[] Statistics =
    [
        "message_stats", "consumer_capacity", "consumer_utilisation", "idle_since",
    ];

    private TempDirectory _directory = null!; // set before each test
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _directory = new TempDirectory();
        _broker = await ManagedBroker.StartAsync(_directory.File("data"));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _broker.DisposeAsync();
        _directory.Dispose();
    }

    [TestCase("queue-idle-no-stats", """{"durable":false}""", "policy")]
    [TestCase("queue-quorum", """{"durable":true,"arguments":{"x-queue-type":"quorum"}}""", "operator_policy")]
    public async Task A_queue_looks_as_recorded(string sample, string declaration, string other)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", declaration);

        var answer = await _broker.Api.GetAsync("/api/queues/%2F/q");

        var (here, there) = (answer.Json.AsObject(), Sample.Read(sample).AsObject());
        Sample.AssertShape(here, there, [.. NotHere, .. ItsOwn, .. Statistics, other]);
        Assert.That(NotHere.Union(Statistics).Where(name => here.ContainsKey(name) && there.ContainsKey(name)), Is.Empty, "what both have needs no exception");
    }

    [TestCase("disable_stats=true", "queues-disable-stats")]
    [TestCase("disable_stats=true&enable_queue_totals=true", "queues-disable-stats-totals")]
    public async Task A_list_without_statistics_looks_as_recorded(string query, string sample)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");

        Sample.AssertShape((await _broker.Api.GetAsync($"/api/queues?{query}")).Json, Sample.Read(sample));
    }

    [Test]
    public async Task A_page_looks_as_recorded()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");

        Sample.AssertShape((await _broker.Api.GetAsync("/api/queues?page=1&page_size=2")).Json, Sample.Read("queues-page"), "items");
    }

    [Test]
    public async Task Its_figures_are_true()
    {
        await _broker.Api.PutAsync("/api/policies/%2F/p", """{"pattern":"^q$","definition":{"max-length":10}}""");
        await _broker.Api.PutAsync("/api/operator-policies/%2F/o", """{"pattern":"^q$","definition":{"max-length":5}}""");
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"durable":true,"arguments":{"x-single-active-consumer":true}}""");
        await PublishAsync("""{"timestamp":1700000000}""", "abcd");
        await PublishAsync("{}", "ef");
        Assert.That(_broker.VirtualHost.GetQueue("q", this).TryGet(out _), Is.True);

        var queue = (await _broker.Api.GetAsync("/api/queues/%2F/q")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((int?)queue["messages"], Is.EqualTo(2));
            Assert.That((int?)queue["messages_ready"], Is.EqualTo(1));
            Assert.That((int?)queue["messages_unacknowledged"], Is.EqualTo(1));
            Assert.That((int?)queue["message_bytes_ready"], Is.EqualTo(2));
            Assert.That((int?)queue["message_bytes_unacknowledged"], Is.GreaterThan(0), "an estimate");
            Assert.That((int?)queue["message_stats"]!["publish"], Is.EqualTo(2));
            Assert.That((int?)queue["message_stats"]!["get"], Is.EqualTo(1));
            Assert.That((long?)queue["head_message_timestamp"], Is.EqualTo(1700000000));
            Assert.That((long?)queue["memory"], Is.GreaterThan(0));
            Assert.That((string?)queue["policy"], Is.EqualTo("p"));
            Assert.That((string?)queue["operator_policy"], Is.EqualTo("o"));
            Assert.That(queue["effective_policy_definition"]!.ToJsonString(), Is.EqualTo("""{"max-length":5}"""));
        }
    }

    [TestCase("amq.q", "{}", 401, "Access refused.")]
    [TestCase("q2", """{"arguments":{"x-max-length":"one"}}""", 400, "invalid arg 'x-max-length' for queue 'q2' in vhost '/': \"expected integer, got longstr\"")]
    [TestCase("q2", """{"node":"rabbit@nowhere"}""", 400, "Node rabbit@nowhere could not be contacted")]
    [TestCase("q", """{"durable":false}""", 400, "inequivalent arg 'durable' for queue 'q' in vhost '/': received 'false' but current is 'true'")]
    [TestCase("mine", "{}", 400, "cannot obtain exclusive access to locked queue 'mine' in vhost '/'")]
    public async Task What_cannot_be_declared_is_refused(string name, string body, int status, string reason)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"durable":true}""");
        await _broker.VirtualHost.DeclareQueueAsync(new QueueDeclaration { Name = "mine", ExclusiveOwner = this }, this);

        var answer = await _broker.Api.PutAsync($"/api/queues/%2F/{name}", body);

        Assert.That(answer.Status, Is.EqualTo(status));
        Assert.That(answer.Reason, Does.StartWith(reason));
    }

    [TestCase("q?if-empty=true", 400, "queue 'q' in vhost '/' not empty")]
    [TestCase("q?if-empty=false&if-unused=true", 204, null)]
    [TestCase("q/contents", 204, null)]
    [TestCase("nope", 404, "Not Found")]
    [TestCase("nope/contents", 404, "Not Found")]
    [TestCase("mine", 400, "cannot obtain exclusive access to locked queue 'mine' in vhost '/'")]
    [TestCase("mine/contents", 400, "cannot obtain exclusive access to locked queue 'mine' in vhost '/'")]
    public async Task Deleting_obeys_its_conditions(string path, int status, string? reason)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"durable":true}""");
        await PublishAsync("{}", "x");
        await _broker.VirtualHost.DeclareQueueAsync(new QueueDeclaration { Name = "mine", ExclusiveOwner = this }, this);

        var answer = await _broker.Api.DeleteAsync($"/api/queues/%2F/{path}");

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        Assert.That(reason is null || answer.Reason!.StartsWith(reason, StringComparison.Ordinal), Is.True, answer.Text);
    }

    [TestCase("""{"action":"sync"}""", 204, null)]
    [TestCase("""{"action":"cancel_sync"}""", 204, null)]
    [TestCase("""{"action":"x"}""", 400, """["unknown","x"]""")]
    [TestCase("{}", 400, "[{key_missing,action}]")]
    public async Task Actions_are_those_of_mirrored_queues(string body, int status, string? reason)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");

        var answer = await _broker.Api.PostAsync("/api/queues/%2F/q/actions", body);

        Assert.That((answer.Status, answer.Text.Length == 0 ? null : answer.Reason), Is.EqualTo((status, reason)));
    }

    [Test]
    public async Task A_page_of_ten_thousand_queues_comes_in_no_time()
    {
        for (var number = 0; number < 10_000; number++)
        {
            await _broker.VirtualHost.DeclareQueueAsync(new QueueDeclaration { Name = $"queue.{number:D5}" }, this);
        }

        await _broker.Api.GetAsync("/api/queues?page=1&page_size=100");
        var started = Stopwatch.GetTimestamp();
        var page = (await _broker.Api.GetAsync("/api/queues?page=2&page_size=100&sort=messages&sort_reverse=true&name=queue")).Json;
        TestContext.Out.WriteLine($"a page took {Stopwatch.GetElapsedTime(started).TotalMilliseconds} ms");

        Assert.That(((int?)page["total_count"], (int?)page["page_count"], page["items"]!.AsArray().Count), Is.EqualTo((10_000, 100, 100)));
        var all = (await _broker.Api.GetAsync("/api/queues?columns=name,vhost&sort=name")).Json.AsArray();
        Assert.That(all.Select(queue => (string?)queue!["name"]), Is.EqualTo(Enumerable.Range(0, 10_000).Select(number => $"queue.{number:D5}")));
    }

    private Task<ApiAnswer> PublishAsync(string properties, string payload) => _broker.Api.PostAsync(
        "/api/exchanges/%2F/amq.default/publish",
        $$"""{"properties":{{properties}},"routing_key":"q","payload":"{{payload}}","payload_encoding":"string"}""");
}
