using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>Where dead messages go: the arguments x-dead-letter-exchange and x-dead-letter-routing-key.</summary>
public sealed class DeadLetterRouting : DeadLetterRules
{
    [Test]
    public async Task Shows_the_dead_letter_exchange_at_delivery()
    {
        var exchange = await ExchangeAsync("direct");
        var graveyard = await BoundQueueAsync("dead", exchange, "buried");
        var queue = await QueueAsync(
            "q", ("x-message-ttl", 0), ("x-dead-letter-exchange", exchange), ("x-dead-letter-routing-key", "buried"));

        await FillAsync(queue, "1");

        var dead = await GetAsync(graveyard);
        Assert.That((dead.Exchange, dead.RoutingKey), Is.EqualTo((exchange, "buried")));
    }

    [Test]
    public async Task Without_a_key_uses_the_key_of_the_message()
    {
        var exchange = await ExchangeAsync("direct");
        var queue = await QueueAsync("q", ("x-message-ttl", 0), ("x-dead-letter-exchange", exchange));
        var graveyard = await BoundQueueAsync("dead", exchange, queue);

        await FillAsync(queue, "1");

        Assert.That((await GetAsync(graveyard)).RoutingKey, Is.EqualTo(queue));
    }

    [Test]
    public async Task To_a_missing_exchange_loses_the_message()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 0), ("x-dead-letter-exchange", $"{Name}.missing"));

        await FillAsync(queue, "1");

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Takes_an_exchange_that_comes_later()
    {
        var exchange = $"{Name}.x";
        var queue = await QueueAsync("q", ("x-message-ttl", 0), ("x-dead-letter-exchange", exchange));
        await ExchangeAsync("fanout");
        var graveyard = await BoundQueueAsync("dead", exchange, string.Empty);

        await FillAsync(queue, "1");

        await ExpectEventuallyAsync(graveyard, "1");
    }

    [Test]
    public async Task To_an_internal_exchange_is_allowed()
    {
        var exchange = $"{Name}.internal";
        await using var client = await WireClient.OpenAsync();
        await client.CallAsync(1, "channel.open");
        await client.CallAsync(1, "exchange.declare", ("exchange", exchange), ("type", "fanout"), ("internal", true), ("auto-delete", true));
        var graveyard = await BoundQueueAsync("dead", exchange, string.Empty);
        var queue = await QueueAsync("q", ("x-message-ttl", 0), ("x-dead-letter-exchange", exchange));

        await FillAsync(queue, "1");

        await ExpectEventuallyAsync(graveyard, "1");
    }

    [Test]
    public async Task With_a_key_of_its_own_removes_the_carbon_copies()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await PublishAsync(string.Empty, queue, "1", new BasicProperties { Headers = Carbon("CC", $"{Name}.nowhere") });

        Assert.That((await GetAsync(graveyard)).HasHeader("CC"), Is.False);
    }

    [Test]
    public async Task Without_a_key_of_its_own_routes_by_the_carbon_copies_too()
    {
        var exchange = await ExchangeAsync("direct");
        var graveyard = await BoundQueueAsync("dead", exchange, "copy");
        var queue = await QueueAsync("q", ("x-message-ttl", 0), ("x-dead-letter-exchange", exchange));

        await PublishAsync(string.Empty, queue, "1", new BasicProperties { Headers = Carbon("CC", "copy") });

        Assert.That((await GetAsync(graveyard)).HasHeader("CC"));
    }
}
