using NUnit.Framework;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument alternate-exchange.</summary>
public sealed class AlternateExchanges : FeatureRules
{
    [Test]
    public async Task Take_what_no_queue_takes()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var queue = await BoundQueueAsync("q", alternate, string.Empty);

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Do_not_take_what_a_queue_takes()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var other = await BoundQueueAsync("other", alternate, string.Empty);
        var queue = await BoundQueueAsync("q", exchange, "key");

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(queue, "text");
        await ExpectAsync(other);
    }

    [Test]
    public async Task Take_nothing_when_they_are_the_default_exchange()
    {
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", string.Empty));
        var queue = await QueueAsync();

        var refused = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(exchange, queue, "text", mandatory: true));

        Assert.That(refused.IsReturn);
        await ExpectAsync(queue);
    }

    [Test]
    public async Task Leave_exchange_and_key_as_published()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var queue = await BoundQueueAsync("q", alternate, string.Empty);

        await PublishAsync(exchange, "key", "text");

        var got = await GetAsync(queue);
        Assert.That((got.Exchange, got.RoutingKey), Is.EqualTo((exchange, "key")));
    }

    [Test]
    public async Task Route_by_the_key_of_the_message()
    {
        var alternate = await ExchangeAsync("topic", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var matching = await BoundQueueAsync("a", alternate, "k.#");
        var other = await BoundQueueAsync("b", alternate, "other");

        await PublishAsync(exchange, "k.1", "text");

        await ExpectAsync(matching, "text");
        await ExpectAsync(other);
    }

    [Test]
    public async Task May_have_alternates_themselves()
    {
        var last = await ExchangeAsync("fanout", "last");
        var middle = await ExchangeAsync("direct", "middle", ("alternate-exchange", last));
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", middle));
        var queue = await BoundQueueAsync("q", last, string.Empty);

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task In_a_cycle_end_quietly()
    {
        var first = await ExchangeAsync("direct", "a", ("alternate-exchange", $"{Name}.b"));
        await ExchangeAsync("direct", "b", ("alternate-exchange", first));

        await PublishAsync(first, "key", "text");
    }

    [Test]
    public async Task That_are_missing_leave_the_message_unroutable()
    {
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", $"{Name}.missing"));

        var refused = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(exchange, "key", "text", mandatory: true));

        Assert.That(refused.IsReturn);
    }

    [Test]
    public async Task Satisfy_mandatory()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var queue = await BoundQueueAsync("q", alternate, string.Empty);

        await PublishAsync(exchange, "key", "text", mandatory: true);

        await ExpectAsync(queue, "text");
    }

    [Test]
    public async Task Without_a_queue_do_not_satisfy_mandatory()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));

        var refused = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(exchange, "key", "text", mandatory: true));

        Assert.That(refused.IsReturn);
    }

    [Test]
    public async Task Are_not_used_when_a_bound_exchange_has_no_queue()
    {
        var alternate = await ExchangeAsync("fanout", "alternate");
        var exchange = await ExchangeAsync("direct", "x", ("alternate-exchange", alternate));
        var dead = await ExchangeAsync("fanout", "dead");
        await Channel.ExchangeBindAsync(dead, exchange, "key");
        var queue = await BoundQueueAsync("q", alternate, string.Empty);

        await PublishAsync(exchange, "key", "text");

        await ExpectAsync(queue);
    }
}
