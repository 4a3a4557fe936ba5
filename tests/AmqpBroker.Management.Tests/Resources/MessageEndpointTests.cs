using System.Text.Json.Nodes;
using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>Publishing and getting, replayed as recorded.</summary>
public sealed class MessageEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/exchanges/%2F/shop.events", """{"type":"fanout"}""");
        await _broker.Api.PutAsync("/api/queues/%2F/get.demo", "{}");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/shop.events/q/get.demo");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task Publishing_answers_as_recorded()
    {
        foreach (var exchange in Sample.Read("publish").AsArray())
        {
            var answer = await ReplayAsync(exchange!);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(answer.Status, Is.EqualTo((int)exchange!["status"]!), exchange.ToJsonString());
                Assert.That(Relocate(answer), Is.EqualTo(BodyOf(exchange)));
            }
        }
    }

    [Test]
    public async Task Getting_answers_as_recorded()
    {
        await PublishAsync("""
            {"cluster_id":"cl","app_id":"a","user_id":"guest","type":"t","timestamp":1700000000,"message_id":"m","expiration":"60000","reply_to":"r",
            "correlation_id":"c1","priority":2,"delivery_mode":2,"headers":{"a":1,"b":[1,"x"],"c":{"d":true},"e":1.5},"content_encoding":"gzip","content_type":"text/plain"}
            """, "hello", "string");
        await PublishAsync("{}", "AP/+gA==", "base64");
        await PublishAsync("{}", "0123456789", "string");
        foreach (var exchange in Sample.Read("get-messages").AsArray())
        {
            var answer = await ReplayAsync(exchange!);

            if (((string)exchange!["request"]!["path"]!).Contains("stream", StringComparison.Ordinal) || (int)exchange["status"]! == 500)
            {
                // There are no streams here; an unknown ackmode is told what is wrong.
                Assert.That(answer.Status, Is.AnyOf(400, 404));
                continue;
            }

            using (Assert.EnterMultipleScope())
            {
                Assert.That(answer.Status, Is.EqualTo((int)exchange["status"]!), exchange["request"]!.ToJsonString());
                Assert.That(Relocate(answer), Is.EqualTo(BodyOf(exchange)), exchange["request"]!.ToJsonString());
            }
        }
    }

    [TestCase("""{"count":1,"ackmode":"bogus","encoding":"auto"}""", 400, """["unknown","bogus"]""")]
    [TestCase("""{"count":1,"ackmode":"ack_requeue_true","encoding":"bogus"}""", 400, "Unsupported encoding. Please use auto or base64.")]
    [TestCase("""{"count":"x","ackmode":"ack_requeue_true","encoding":"auto"}""", 400, """["not_integer","x"]""")]
    [TestCase("""{"count":1,"truncate":-1,"ackmode":"ack_requeue_true","encoding":"auto"}""", 400, """["not_int","truncate"]""")]
    [TestCase("{}", 400, "[{key_missing,ackmode},{key_missing,count},{key_missing,encoding}]")]
    public async Task A_get_that_is_not_understood_takes_nothing(string body, int status, string reason)
    {
        await PublishAsync("{}", "x", "string");

        var answer = await _broker.Api.PostAsync("/api/queues/%2F/get.demo/get", body);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((status, reason)));
        Assert.That(_broker.VirtualHost.GetQueue("get.demo", this).Count().Ready, Is.EqualTo(1));
    }

    [TestCase("1.5", 2)]
    [TestCase("-1", 3)]
    [TestCase("\"-1\"", 3)]
    [TestCase("0", 0)]
    [TestCase("\"2\"", 2)]
    public async Task A_count_is_taken_leniently(string count, int messages)
    {
        for (var i = 0; i < 3; i++)
        {
            await PublishAsync("{}", "x", "string");
        }

        var answer = await _broker.Api.PostAsync("/api/queues/%2F/get.demo/get", $$"""{"count":{{count}},"ackmode":"ack_requeue_true","encoding":"auto"}""");

        Assert.That(answer.Json.AsArray(), Has.Count.EqualTo(messages));
    }

    [Test]
    public async Task A_missing_queue_is_told_as_by_a_channel()
    {
        var answer = await _broker.Api.PostAsync("/api/queues/%2F/nope/get", """{"count":1,"ackmode":"ack_requeue_true","encoding":"auto"}""");

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((404, "NOT_FOUND - no queue 'nope' in vhost '/'")));
    }

    [TestCase("ack_requeue_false", 0, 0)]
    [TestCase("reject_requeue_false", 0, 1)]
    [TestCase("reject_requeue_true", 1, 0)]
    public async Task The_ackmode_says_what_becomes_of_a_message(string ackmode, int left, int dead)
    {
        await _broker.Api.PutAsync("/api/queues/%2F/dead", "{}");
        await _broker.Api.PutAsync("/api/queues/%2F/q", """{"arguments":{"x-dead-letter-exchange":"","x-dead-letter-routing-key":"dead"}}""");
        await PublishAsync("{}", "x", "string", exchange: "amq.default", key: "q");

        await _broker.Api.PostAsync("/api/queues/%2F/q/get", $$"""{"count":1,"ackmode":"{{ackmode}}","encoding":"auto"}""");

        await TestKit.Eventually.EqualAsync(
            (long)dead, () => Task.FromResult(_broker.VirtualHost.GetQueue("dead", this).Count().Ready), "dead letters", CancellationToken.None);
        Assert.That(_broker.VirtualHost.GetQueue("q", this).Count().Ready, Is.EqualTo(left));
    }

    [Test]
    public async Task A_full_queue_that_refuses_is_told()
    {
        await _broker.Api.PutAsync("/api/queues/%2F/full", """{"arguments":{"x-max-length":0,"x-overflow":"reject-publish"}}""");

        var answer = await PublishAsync("{}", "x", "string", exchange: "amq.default", key: "full");

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, "rejected Unable to publish message. Check queue limits.")));
    }

    [TestCase("""{"delivery_mode":9}""", "406 PRECONDITION_FAILED - invalid message: {delivery_mode_unknown,9}")]
    [TestCase("""{"delivery_mode":900}""", """["not_int","delivery_mode"]""")]
    [TestCase("""{"headers":7}""", """["not_an_object","headers"]""")]
    [TestCase("""{"content_type":7}""", """["not_string","content_type"]""")]
    [TestCase("7", """["not_an_object","properties"]""")]
    public async Task Properties_that_cannot_be_are_refused(string properties, string reason)
    {
        var answer = await PublishAsync(properties, "x", "string");

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, reason)));
    }

    [Test]
    public async Task What_is_published_reaches_a_headers_exchange_by_its_headers()
    {
        await _broker.Api.PostAsync("/api/bindings/%2F/e/amq.headers/q/get.demo", """{"arguments":{"x-match":"all","kind":"a"}}""");

        var matching = await PublishAsync("""{"headers":{"kind":"a"}}""", "x", "string", exchange: "amq.headers");
        var other = await PublishAsync("""{"headers":{"kind":"b"}}""", "x", "string", exchange: "amq.headers");

        Assert.That((matching.Text, other.Text), Is.EqualTo(("""{"routed":true}""", """{"routed":false}""")));
    }

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Task<ApiAnswer> PublishAsync(string properties, string payload, string encoding, string exchange = "shop.events", string key = "get.demo") =>
        _broker.Api.PostAsync(
            $"/api/exchanges/%2F/{(exchange == "shop.events" ? "amq.default" : exchange)}/publish",
            $$"""{"properties":{{properties}},"routing_key":"{{key}}","payload":"{{payload}}","payload_encoding":"{{encoding}}"}""");

    private static string BodyOf(JsonNode exchange) => exchange["body"] is JsonValue ? string.Empty : exchange["body"]!.ToJsonString(Relaxed);

    private static string Relocate(ApiAnswer answer) => answer.Text.Replace("vhost '/'", "vhost 'shop'", StringComparison.Ordinal);

    private Task<ApiAnswer> ReplayAsync(JsonNode exchange)
    {
        var request = exchange["request"]!;
        return _broker.Api.SendAsync(
            new HttpMethod((string)request["method"]!),
            ((string)request["path"]!).Replace("/shop/", "/%2F/", StringComparison.Ordinal),
            request["body"]?.ToJsonString() ?? string.Empty);
    }
}
