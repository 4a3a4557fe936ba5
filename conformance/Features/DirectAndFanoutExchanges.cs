using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

public sealed class DirectAndFanoutExchanges : FeatureRules
{
    [Test]
    public async Task Default_routes_to_the_queue_of_that_name()
    {
        var queue = await QueueAsync();

        await FillAsync(queue, "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Direct_compares_keys_by_case()
    {
        var exchange = await ExchangeAsync("direct");
        var queue = await BoundQueueAsync("q", exchange, "key");

        await PublishAsync(exchange, "KEY", "upper");
        await PublishAsync(exchange, "key", "lower");

        await ExpectAsync(queue, "lower");
    }

    [Test]
    public async Task Direct_routes_to_every_queue_with_the_key()
    {
        var exchange = await ExchangeAsync("direct");
        var a = await BoundQueueAsync("a", exchange, "key");
        var b = await BoundQueueAsync("b", exchange, "key");
        var c = await BoundQueueAsync("c", exchange, "other");

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(a, "text");
        await ExpectAsync(b, "text");
        await ExpectAsync(c);
    }

    [Test]
    public async Task Direct_takes_wildcards_literally()
    {
        var exchange = await ExchangeAsync("direct");
        var queue = await BoundQueueAsync("q", exchange, "#");

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Fanout_ignores_the_key()
    {
        var exchange = await ExchangeAsync("fanout");
        var queue = await BoundQueueAsync("q", exchange, "key");

        await PublishAsync(exchange, "another", "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task A_queue_bound_by_several_keys_gets_one_copy()
    {
        var exchange = await ExchangeAsync("fanout");
        var queue = await BoundQueueAsync("q", exchange, "a");
        await Channel.QueueBindAsync(queue, exchange, "b");

        await PublishAsync(exchange, string.Empty, "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task A_queue_reached_by_two_paths_gets_one_copy()
    {
        var first = await ExchangeAsync("fanout", "x");
        var second = await ExchangeAsync("fanout", "y");
        var queue = await BoundQueueAsync("q", first, string.Empty);
        await Channel.QueueBindAsync(queue, second, string.Empty);
        await Channel.ExchangeBindAsync(second, first, string.Empty);

        await PublishAsync(first, string.Empty, "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task A_loop_of_exchanges_ends()
    {
        var first = await ExchangeAsync("fanout", "x");
        var second = await ExchangeAsync("fanout", "y");
        await Channel.ExchangeBindAsync(second, first, string.Empty);
        await Channel.ExchangeBindAsync(first, second, string.Empty);
        var queue = await BoundQueueAsync("q", second, string.Empty);

        await PublishAsync(first, string.Empty, "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task A_delivery_shows_the_exchange_and_key_of_the_publisher()
    {
        var first = await ExchangeAsync("direct", "x");
        var second = await ExchangeAsync("fanout", "y");
        await Channel.ExchangeBindAsync(second, first, "key");
        var queue = await BoundQueueAsync("q", second, "another");

        await PublishAsync(first, "key", "text");

        var got = await GetAsync(queue);
        Assert.That((got.Exchange, got.RoutingKey), Is.EqualTo((first, "key")));
    }

    [Test]
    public async Task Unbinding_one_key_leaves_the_other()
    {
        var exchange = await ExchangeAsync("direct");
        var queue = await BoundQueueAsync("q", exchange, "a");
        await Channel.QueueBindAsync(queue, exchange, "b");

        await Channel.QueueUnbindAsync(queue, exchange, "a");

        await PublishAsync(exchange, "a", "1");
        await PublishAsync(exchange, "b", "2");
        await ExpectAsync(queue, "2");
    }

    [Test]
    public async Task A_deleted_queue_is_no_longer_routed_to()
    {
        var exchange = await ExchangeAsync("fanout");
        var queue = await BoundQueueAsync("q", exchange, string.Empty);

        await Channel.QueueDeleteAsync(queue);
        await QueueAsync();

        await PublishAsync(exchange, string.Empty, "text");
        await ExpectAsync(queue);
    }
}
