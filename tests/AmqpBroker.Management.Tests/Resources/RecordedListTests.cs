using AmqpBroker.Management.Tests.Harness;

namespace AmqpBroker.Management.Tests.Resources;

/// <summary>Lists of one virtual host, exchange or pair, as RabbitMQ has answered them.</summary>
[CancelAfter(60_000)]
public sealed class RecordedListTests
{
    private ManagedBroker _broker = null!; // set before each test

    [SetUp]
    public async Task StartAsync()
    {
        _broker = await ManagedBroker.StartAsync();
        await _broker.Api.PutAsync("/api/exchanges/%2F/x", """{"type":"topic"}""");
        await _broker.Api.PutAsync("/api/queues/%2F/q", "{}");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/x/q/q", """{"routing_key":"order.#"}""");
        await _broker.Api.PostAsync("/api/bindings/%2F/e/x/e/amq.topic", """{"routing_key":"order.#"}""");
    }

    [TearDown]
    public ValueTask StopAsync() => _broker.DisposeAsync();

    [TestCase("/api/bindings/%2F", "bindings-vhost")]
    [TestCase("/api/bindings/%2F/e/x/q/q", "bindings-source-destination")]
    [TestCase("/api/exchanges/%2F/x/bindings/source", "exchange-bindings-source")]
    [TestCase("/api/exchanges/%2F/amq.topic/bindings/destination", "exchange-bindings-destination")]
    [TestCase("/api/exchanges/%2F", "exchanges-vhost")]
    [TestCase("/api/cluster-name", "cluster-name")]
    public async Task A_list_has_the_members_it_was_recorded_with(string path, string sample)
    {
        var answer = await _broker.Api.GetAsync(path);

        Assert.That(answer.Status, Is.EqualTo(200));
        Sample.AssertShape(answer.Json, Sample.Read(sample), "arguments", "message_stats"); // statistics come with the first message
    }
}
