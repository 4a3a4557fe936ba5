using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

public sealed class ExchangeEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync() => _broker = await ManagedBroker.StartAsync();

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task The_exchanges_that_are_always_there_look_as_recorded()
    {
        var answer = await _broker.Api.GetAsync("/api/exchanges");

        Sample.AssertShape(answer.Json, Sample.Read("exchanges"));
        Assert.That(answer.Json.AsArray().Select(exchange => (string?)exchange!["name"]), Is.EqualTo(
            new[] { "", "amq.direct", "amq.fanout", "amq.headers", "amq.match", "amq.rabbitmq.trace", "amq.topic" }));
    }

    [Test]
    public async Task An_exchange_is_declared_found_and_deleted()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"type":"topic","durable":"true","arguments":{"a":1}}""")).Status, Is.EqualTo(201));
            Assert.That((await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"type":"topic","durable":true,"arguments":{"a":1}}""")).Status, Is.EqualTo(204));
            Assert.That(
                (await _broker.Api.GetAsync("/api/exchanges/%2F/x")).Text,
                Is.EqualTo("""{"arguments":{"a":1},"auto_delete":false,"durable":true,"internal":false,"name":"x","type":"topic","vhost":"/","incoming":[],"outgoing":[]}"""));
            Assert.That((await _broker.Api.DeleteAsync("/api/exchanges/%2F/x")).Status, Is.EqualTo(204));
            Assert.That((await _broker.Api.GetAsync("/api/exchanges/%2F/x")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Without_a_word_an_exchange_is_direct_and_transient()
    {
        await _broker.Api.PutAsync("/api/exchanges/%2F/x");

        var declared = (await _broker.Api.GetAsync("/api/exchanges/%2F/x")).Json;
        Assert.That(((string?)declared["type"], (bool?)declared["durable"]), Is.EqualTo(("direct", false)));
    }

    [TestCase("amq.default")]
    [TestCase("")]
    public async Task The_default_exchange_has_a_name_in_paths(string name)
    {
        var answer = await _broker.Api.GetAsync($"/api/exchanges/%2F/{name}/");

        Sample.AssertShape(answer.Json, Sample.Read("exchange-default"), "message_stats");
        var same = await _broker.Api.GetAsync($"/api/exchanges/%2F/{name}/bindings/source");
        Assert.That(same.Text, Is.EqualTo("[]"));
    }

    [TestCase("x", """{"type":"fanout","durable":true}""", 400, "inequivalent arg 'type' for exchange 'x' in vhost '/': received 'fanout' but current is 'direct'")]
    [TestCase("y", """{"type":"bogus"}""", 400, "unknown exchange type 'bogus'")]
    [TestCase("y", """{"arguments":{"alternate-exchange":5}}""", 400, "invalid type 'long' for arg 'alternate-exchange' in exchange 'y' in vhost '/'")]
    [TestCase("y", """{"durable":"yes"}""", 400, """["not_boolean","yes"]""")]
    [TestCase("y", """{"durable":1}""", 400, """["not_boolean",1]""")]
    [TestCase("y", "[]", 400, "not_json")]
    [TestCase("y", "{bad", 400, "not_json")]
    [TestCase("y", "{} {}", 400, "not_json")]
    [TestCase("y", "5", 400, "not_json")]
    [TestCase("y", "\"a\"", 400, "invalid payload: the request body JSON-decoded to a string. Is the input doubly-JSON-encoded?")]
    [TestCase("y", """{"arguments":"x"}""", 400, """["not_an_object","arguments"]""")]
    [TestCase("amq.y", "{}", 401, "Access refused.")]
    [TestCase("amq.default", "{}", 401, "Access refused.")]
    public async Task What_cannot_be_declared_is_refused(string name, string body, int status, string reason)
    {
        await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"durable":true}""");

        var answer = await _broker.Api.PutAsync($"/api/exchanges/%2F/{name}", body);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((status, reason)));
    }

    [TestCase("null")]
    [TestCase("undefined")]
    [TestCase("""{"durable":false,"arguments":[],"unknown":7}""")]
    public async Task A_lenient_body_is_taken(string body) =>
        Assert.That((await _broker.Api.PutAsync("/api/exchanges/%2F/y", body)).Status, Is.EqualTo(201));

    [TestCase("/api/exchanges/%2F/amq.direct", 401, "Access refused.")]
    [TestCase("/api/exchanges/%2F/amq.default", 401, "Access refused.")]
    [TestCase("/api/exchanges/%2F/nope", 404, "Not Found")]
    [TestCase("/api/exchanges/nope/nope", 404, "Not Found")]
    [TestCase("/api/exchanges/%2F/x?if-unused=true", 400, "exchange 'x' in vhost '/' in use")]
    public async Task What_cannot_be_deleted_is_not(string path, int status, string reason)
    {
        await _broker.Api.PutAsync("/api/exchanges/%2F/x", "{}");
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/q");

        var answer = await _broker.Api.DeleteAsync(path);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((status, reason)));
    }

    [TestCase("a%2Fb", "a/b")]
    [TestCase("a+b", "a+b")]
    [TestCase("a%20b", "a b")]
    [TestCase("%E4%BD%A0%F0%9F%98%80", "你😀")]
    [TestCase("%2E%2E", "..")]
    [TestCase("%252F", "%2F")]
    [TestCase("%3Fa=b%23", "?a=b#")]
    public async Task A_name_is_what_its_segment_decodes_to(string segment, string name)
    {
        Assert.That((await _broker.Api.PutAsync($"/api/exchanges/%2F/{segment}", "{}")).Status, Is.EqualTo(201));

        Assert.That((string?)(await _broker.Api.GetAsync($"/api/exchanges/%2F/{segment}")).Json["name"], Is.EqualTo(name));
        Assert.That(_broker.VirtualHost.Listing.FindExchange(name), Is.Not.Null);
    }

    [Test]
    public async Task A_body_that_is_too_large_is_refused()
    {
        var answer = await _broker.Api.PutAsync("/api/exchanges/%2F/x", $$"""{"type":"{{new string('x', 10_000_001)}}"}""");

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, "Exceeded HTTP request body size limit")));
    }
}
