using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Explaining;

public sealed class ExplainEndpointTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/policies/%2F/alt", """{"pattern":"^orders$","definition":{"alternate-exchange":"rest"},"apply-to":"exchanges"}""");
        await _broker.Api.PutAsync("/api/policies/%2F/cap", """{"pattern":"^q$","definition":{"max-length":5},"apply-to":"queues"}""");
        await _broker.Api.PutAsync("/api/exchanges/%2F/orders", """{"type":"topic"}""");
        await _broker.Api.PutAsync("/api/exchanges/%2F/rest", """{"type":"fanout"}""");
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/orders/q/q", """{"routing_key":"a.#"}""");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [Test]
    public async Task The_bindings_on_the_way_to_a_queue_are_named()
    {
        var answer = (await _broker.Api.GetAsync("/api/explain/%2F/orders?routing_key=a.b")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)answer["routed"]!, Is.True);
            Assert.That((string?)answer["summary"], Is.EqualTo("one queue gets the message"));
            Assert.That((string?)answer["queues"]![0]!["name"], Is.EqualTo("q"));
            Assert.That((string?)answer["queues"]![0]!["policy"], Is.EqualTo("cap"));
            Assert.That(answer["queues"]![0]!["path"]!.ToJsonString(), Is.EqualTo(
                """[{"by":"binding","source":"orders","destination":"q","destination_type":"queue","routing_key":"a.#","arguments":{},"properties_key":"a.%23"}]"""));
        }
    }

    [Test]
    public async Task A_dead_end_is_explained_with_its_alternate_and_the_policy_that_names_it()
    {
        var answer = (await _broker.Api.GetAsync("/api/explain/%2F/orders?routing_key=b")).Json;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)answer["routed"]!, Is.False);
            Assert.That((string?)answer["exchanges"]![0]!["outcome"], Is.EqualTo("no binding matches, so it goes to the alternate exchange 'rest'"));
            Assert.That((string?)answer["exchanges"]![0]!["alternate_policy"], Is.EqualTo("alt"));
            Assert.That((string?)answer["exchanges"]![1]!["outcome"], Is.EqualTo("nothing is bound from here"));
        }

        await _broker.Api.DeleteAsync("/api/exchanges/%2F/rest");
        var missing = (await _broker.Api.GetAsync("/api/explain/%2F/orders?routing_key=b")).Json;
        Assert.That((string?)missing["exchanges"]![0]!["outcome"], Is.EqualTo("none of its 1 bindings matches, and its alternate exchange 'rest' does not exist"));
    }

    [Test]
    public async Task Headers_and_copies_have_their_say()
    {
        await _broker.Api.PostAsync("/api/bindings/%2F/e/amq.headers/q/q", """{"arguments":{"x-match":"all","kind":"a"}}""");

        var matching = await _broker.Api.PostAsync("/api/explain/%2F/amq.headers", """{"properties":{"headers":{"kind":"a"}}}""");
        var other = await _broker.Api.PostAsync("/api/explain/%2F/amq.headers", """{"properties":{"headers":{"kind":"b"}}}""");
        var copied = await _broker.Api.PostAsync("/api/explain/%2F/amq.default", """{"routing_key":"nobody","properties":{"headers":{"CC":["q"]}}}""");

        Assert.That(((bool)matching.Json["routed"]!, (bool)other.Json["routed"]!, (bool)copied.Json["routed"]!), Is.EqualTo((true, false, true)));
    }

    [TestCase("/api/explain/%2F/nope")]
    [TestCase("/api/explain/nope/orders")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.That((await _broker.Api.GetAsync(path)).Status, Is.EqualTo(404));

    [Test]
    public async Task An_internal_exchange_says_so()
    {
        await _broker.Api.PutAsync("/api/exchanges/%2F/inner", """{"internal":true}""");

        Assert.That((string?)(await _broker.Api.GetAsync("/api/explain/%2F/inner")).Json["summary"], Does.StartWith("the exchange is internal"));
    }
}
