using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

public sealed class BindingEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"type":"topic"}""");
        await _broker.Api.PutAsync("/api/exchanges/%2F/y", """{"type":"fanout"}""");
        await _broker.Api.PutAsync("/api/queues/%2F/a%2Fb", "{}");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [TestCase("order.#", "{}", "order.%2523")]
    [TestCase("", "{}", "~")]
    [TestCase("a b/c*~é", "{}", "a%2Bb%252Fc%252A%257E%25C3%25A9")]
    public async Task A_binding_says_where_it_is_and_is_found_and_removed_there(string key, string arguments, string location)
    {
        var made = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb", $$"""{"routing_key":"{{key}}","arguments":{{arguments}}}""");
        var path = $"/api/bindings/%2F/e/x/q/{made.Header("location")}";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((made.Status, made.Header("location")), Is.EqualTo((201, $"a%2Fb/{location}")));
            Assert.That((string?)(await _broker.Api.GetAsync(path)).Json["routing_key"], Is.EqualTo(key));
            Assert.That((await _broker.Api.DeleteAsync(path)).Status, Is.EqualTo(204));
            Assert.That((await _broker.Api.GetAsync(path)).Status, Is.EqualTo(404));
            Assert.That((await _broker.Api.DeleteAsync(path)).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public async Task Bindings_that_differ_in_arguments_only_are_told_apart()
    {
        var one = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb", """{"routing_key":"k","arguments":{"a":1,"b":{"c":[null,1.5,true]}}}""");
        var other = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb", """{"routing_key":"k","arguments":{"a":2}}""");
        var same = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb", """{"routing_key":"k","arguments":{"b":{"c":[null,1.5,true]},"a":1}}""");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(same.Header("location"), Is.EqualTo(one.Header("location")).And.Not.EqualTo(other.Header("location")));
            Assert.That((await _broker.Api.GetAsync("/api/bindings/%2F/e/x/q/a%2Fb")).Json.AsArray(), Has.Count.EqualTo(2));
            Sample.AssertShape((await _broker.Api.GetAsync($"/api/bindings/%2F/e/x/q/{one.Header("location")}")).Json, Sample.Read("binding"), "arguments");
        }
    }

    [Test]
    public async Task Exchanges_are_bound_to_exchanges()
    {
        var made = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/e/y");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Header("location"), Is.EqualTo("y/~"));
            foreach (var path in new[] { "bindings/%2F/e/x/e/y", "exchanges/%2F/x/bindings/source", "exchanges/%2F/y/bindings/destination" })
            {
                Assert.That((await _broker.Api.GetAsync($"/api/{path}")).Text, Is.EqualTo(
                    """[{"source":"x","vhost":"/","destination":"y","destination_type":"exchange","routing_key":"","arguments":{},"properties_key":"~"}]"""));
            }

            Assert.That((await _broker.Api.DeleteAsync("/api/bindings/%2F/e/x/e/y/~")).Status, Is.EqualTo(204));
            Assert.That((await _broker.Api.GetAsync("/api/bindings/%2F/e/x/e/y")).Text, Is.EqualTo("[]"));
        }
    }

    [TestCase("/api/bindings", "bindings")]
    [TestCase("/api/bindings/%2F", "bindings")]
    [TestCase("/api/queues/%2F/a%2Fb/bindings", "queue-bindings")]
    public async Task The_default_exchange_is_bound_to_every_queue(string path, string sample)
    {
        await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb");

        var answer = await _broker.Api.GetAsync(path);

        Sample.AssertShape(answer.Json, Sample.Read(sample));
        Assert.That(answer.Json.AsArray().Select(binding => ((string?)binding!["source"], (string?)binding["properties_key"])),
            Is.EqualTo(new[] { ("", "a%2Fb"), ("x", "~") }));
    }

    [TestCase("POST", "e/x/q/nope", "", 404, "no queue 'nope' in vhost '/'")]
    [TestCase("POST", "e/nope/q/a%2Fb", "", 404, "no exchange 'nope' in vhost '/'")]
    [TestCase("POST", "e/amq.default/q/a%2Fb", "", 401, "Access refused.")]
    [TestCase("DELETE", "e/amq.default/q/a%2Fb/a%252Fb", null, 401, "Access refused.")]
    [TestCase("POST", "e/amq.headers/q/a%2Fb", """{"arguments":{"x-match":"bogus"}}""", 400, "Invalid x-match field value <<\"bogus\">>; expected all, any, all-with-x, or any-with-x")]
    [TestCase("GET", "e/x/q/a%2Fb/nope", null, 404, "Not Found")]
    [TestCase("GET", "x/x/q/a%2Fb", null, 404, "Not Found")]
    public async Task What_cannot_be_bound_is_refused(string method, string path, string? body, int status, string reason)
    {
        var answer = await _broker.Api.SendAsync(new HttpMethod(method), $"/api/bindings/%2F/{path}", body);

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((status, reason)));
    }

    [Test]
    public async Task A_key_is_as_long_as_AMQP_allows_at_most()
    {
        var answer = await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/a%2Fb", $$"""{"routing_key":"{{new string('k', 256)}}"}""");

        Assert.That((answer.Status, answer.Reason), Is.EqualTo((400, """["too_long","routing_key"]""")));
    }
}
