using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The exchange type x-consistent-hash; a plug-in that RabbitMQ brings, but does not turn on.</summary>
public sealed class ConsistentHash : FeatureRules
{
    [Test]
    public async Task Gives_each_message_to_one_queue()
    {
        var exchange = await HashAsync();
        string[] queues = [await BoundQueueAsync("a", exchange, "1"), await BoundQueueAsync("b", exchange, "1")];

        await SpreadAsync(exchange, 50);

        Assert.That(await CountAsync(queues[0]) + await CountAsync(queues[1]), Is.EqualTo(50));
    }

    [Test]
    public async Task Uses_every_queue()
    {
        var exchange = await HashAsync();
        string[] queues = [await BoundQueueAsync("a", exchange, "10"), await BoundQueueAsync("b", exchange, "10")];

        await SpreadAsync(exchange, 100);

        Assert.That(await CountAsync(queues[0]), Is.InRange(10, 90));
    }

    [Test]
    public async Task Gives_messages_of_one_key_to_one_queue()
    {
        var exchange = await HashAsync();
        string[] queues = [await BoundQueueAsync("a", exchange, "10"), await BoundQueueAsync("b", exchange, "10")];

        for (var published = 0; published < 10; published++)
        {
            await PublishAsync(exchange, "key", "text");
        }

        Assert.That(new[] { await CountAsync(queues[0]), await CountAsync(queues[1]) }, Is.EquivalentTo(new[] { 0, 10 }));
    }

    [Test]
    public async Task May_hash_a_header()
    {
        var exchange = await HashAsync(("hash-header", "h"));
        string[] queues = [await BoundQueueAsync("a", exchange, "10"), await BoundQueueAsync("b", exchange, "10")];

        for (var published = 0; published < 10; published++)
        {
            await PublishAsync(exchange, $"{published}", "text", new BasicProperties { Headers = Arguments(("h", "same")) });
        }

        Assert.That(new[] { await CountAsync(queues[0]), await CountAsync(queues[1]) }, Is.EquivalentTo(new[] { 0, 10 }));
    }

    [Test]
    public async Task May_hash_a_property()
    {
        var exchange = await HashAsync(("hash-property", "message_id"));
        string[] queues = [await BoundQueueAsync("a", exchange, "10"), await BoundQueueAsync("b", exchange, "10")];

        for (var published = 0; published < 10; published++)
        {
            await PublishAsync(exchange, $"{published}", "text", new BasicProperties { MessageId = "same" });
        }

        Assert.That(new[] { await CountAsync(queues[0]), await CountAsync(queues[1]) }, Is.EquivalentTo(new[] { 0, 10 }));
    }

    [TestCase("abc", "The binding key must be an integer: <<\"abc\">>")]
    [TestCase("0", "The binding key must be greater than 0")]
    public async Task Refuses_the_weight(string weight, string text)
    {
        var exchange = await HashAsync();
        var queue = await QueueAsync();

        await ExpectRefusalAsync(406, $"PRECONDITION_FAILED - {text}", channel => channel.QueueBindAsync(queue, exchange, weight));
    }

    private Task<string> HashAsync(params (string Name, object? Value)[] arguments) => ExchangeAsync("x-consistent-hash", "x", arguments);

    private async Task SpreadAsync(string exchange, int count)
    {
        for (var published = 0; published < count; published++)
        {
            await PublishAsync(exchange, $"key-{published}", "text");
        }
    }

    private async Task<int> CountAsync(string queue) => (int)await Channel.QueuePurgeAsync(queue);
}
