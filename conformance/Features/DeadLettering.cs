using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The arguments x-dead-letter-exchange and x-dead-letter-routing-key, and the headers of a dead message.</summary>
public sealed class DeadLettering : FeatureRules
{
    private static readonly string[] FieldsOfADeath = ["count", "reason", "queue", "time", "exchange", "routing-keys"];

    [TestCase(true)]
    [TestCase(false)]
    public async Task Of_a_rejected_message_has_the_reason_rejected(bool nack)
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1");
        var got = await GetAsync(queue, autoAck: false);

        if (nack)
        {
            await Channel.BasicNackAsync(got.Tag, multiple: false, requeue: false);
        }
        else
        {
            await Channel.BasicRejectAsync(got.Tag, requeue: false);
        }

        await ExpectDeathAsync(graveyard, "rejected", queue, string.Empty, [queue]);
    }

    [Test]
    public async Task Of_an_expired_message_has_the_reason_expired()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 50));

        await FillAsync(queue, "1");

        await ExpectDeathAsync(graveyard, "expired", queue, string.Empty, [queue]);
    }

    [Test]
    public async Task Of_a_message_with_no_time_at_all_has_the_reason_expired()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await FillAsync(queue, "1");

        await ExpectDeathAsync(graveyard, "expired", queue, string.Empty, [queue]);
    }

    [Test]
    public async Task Of_a_message_over_the_limit_has_the_reason_maxlen()
    {
        var (queue, graveyard) = await PairAsync(("x-max-length", 1));

        await FillAsync(queue, "1", "2");

        await ExpectDeathAsync(graveyard, "maxlen", queue, string.Empty, [queue]);
        await ExpectAsync(queue, "2");
    }

    [Test]
    public async Task Of_a_message_over_the_limit_in_bytes_has_the_reason_maxlen()
    {
        var (queue, graveyard) = await PairAsync(("x-max-length-bytes", 1));

        await FillAsync(queue, "1", "2");

        await ExpectDeathAsync(graveyard, "maxlen", queue, string.Empty, [queue]);
    }

    [Test]
    public async Task Tells_exchange_and_keys_of_the_publisher()
    {
        var exchange = await ExchangeAsync("direct");
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));
        await Channel.QueueBindAsync(queue, exchange, "key");

        await PublishAsync(exchange, "key", "1");

        await ExpectDeathAsync(graveyard, "expired", queue, exchange, ["key"]);
    }

    [Test]
    public async Task Tells_the_first_death_in_headers_of_its_own()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await FillAsync(queue, "1");

        var dead = await GetAsync(graveyard);
        Assert.That(
            (dead.Header("x-first-death-exchange"), dead.Header("x-first-death-queue"), dead.Header("x-first-death-reason")),
            Is.EqualTo((string.Empty, queue, "expired")));
    }

    [Test]
    public async Task Keeps_the_headers_of_the_first_death()
    {
        var third = await QueueAsync("third");
        var second = await DyingQueueAsync("second", third);
        var first = await DyingQueueAsync("first", second);

        await FillAsync(first, "1");

        var dead = await GetAsync(third);
        Assert.That(dead.Header("x-first-death-queue"), Is.EqualTo(first));
        Assert.That(dead.Deaths.Select(death => death.Queue), Is.EqualTo(new[] { second, first }), "the latest death comes first");
    }

    [Test]
    public async Task Has_fields_in_a_known_order()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await FillAsync(queue, "1");

        Assert.That((await GetAsync(graveyard)).Deaths[0].Fields, Is.EqualTo(FieldsOfADeath));
    }

    [Test]
    public async Task Tells_the_time()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));
        var before = DateTimeOffset.UtcNow.ToUnixTimeSeconds();

        await FillAsync(queue, "1");

        var time = (await GetAsync(graveyard)).Deaths[0].Time.UnixTime;
        Assert.That(time, Is.InRange(before - 1, DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 1));
    }

    [Test]
    public async Task Counts_deaths_in_the_same_queue_for_the_same_reason()
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1");

        for (var round = 1; round <= 3; round++)
        {
            var got = await GetAsync(queue, autoAck: false);
            await Channel.BasicRejectAsync(got.Tag, requeue: false);
            var dead = await GetAsync(graveyard);
            Assert.That(dead.Deaths, Has.Count.EqualTo(1));
            Assert.That(dead.Deaths[0].Count, Is.EqualTo(round));
            await PublishAsync(string.Empty, queue, dead.Text, new BasicProperties(dead.Properties));
        }
    }

    [Test]
    public async Task Has_an_entry_for_each_reason()
    {
        var (queue, graveyard) = await PairAsync();
        await PublishAsync(string.Empty, queue, "1", new BasicProperties { Expiration = "0" });
        var expired = await GetAsync(graveyard);
        await PublishAsync(string.Empty, queue, expired.Text, new BasicProperties(expired.Properties));
        var got = await GetAsync(queue, autoAck: false);

        await Channel.BasicRejectAsync(got.Tag, requeue: false);

        var dead = await GetAsync(graveyard);
        Assert.That(
            dead.Deaths.Select(death => (death.Reason, death.Count)), Is.EqualTo(new[] { ("rejected", 1L), ("expired", 1L) }));
    }

    [Test]
    public async Task Moves_the_expiration_of_the_message_into_the_entry()
    {
        var (queue, graveyard) = await PairAsync();

        await PublishAsync(string.Empty, queue, "1", new BasicProperties { Expiration = "20" });

        var dead = await GetAsync(graveyard);
        Assert.That((dead.Properties.IsExpirationPresent(), dead.Deaths[0].OriginalExpiration), Is.EqualTo((false, "20")));
    }

    [Test]
    public async Task Has_no_original_expiration_when_the_queue_set_the_time()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await FillAsync(queue, "1");

        Assert.That((await GetAsync(graveyard)).Deaths[0].OriginalExpiration, Is.Null);
    }

    [Test]
    public async Task Leaves_the_other_properties_and_the_body()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));
        var sent = new BasicProperties { MessageId = "id", DeliveryMode = DeliveryModes.Persistent, Headers = Arguments(("own", "header")) };

        await PublishAsync(string.Empty, queue, "body", sent);

        var dead = await GetAsync(graveyard);
        Assert.That(
            (dead.Text, dead.Properties.MessageId, dead.Properties.DeliveryMode, dead.Header("own")),
            Is.EqualTo(("body", "id", DeliveryModes.Persistent, "header")));
    }

    [Test]
    public async Task Makes_a_message_that_was_not_delivered_before()
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1");
        var got = await GetAsync(queue, autoAck: false);
        await Channel.BasicRejectAsync(got.Tag, requeue: true);
        got = await GetAsync(queue, autoAck: false);

        await Channel.BasicRejectAsync(got.Tag, requeue: false);

        await ExpectEventuallyAsync(graveyard, "1");
    }

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
    public async Task Keeps_the_order_of_a_multiple_nack()
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1", "2", "3");
        for (var taken = 0; taken < 3; taken++)
        {
            await GetAsync(queue, autoAck: false);
        }

        await Channel.BasicNackAsync(0, multiple: true, requeue: false);

        await ExpectEventuallyAsync(graveyard, "1", "2", "3");
    }

    [Test]
    public async Task Keeps_the_order_of_expiry()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 50));

        await FillAsync(queue, "1", "2", "3");

        await ExpectEventuallyAsync(graveyard, "1", "2", "3");
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
    public async Task Is_not_done_by_purge()
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1");

        await Channel.QueuePurgeAsync(queue);

        await FillAsync(graveyard, "witness");
        await ExpectAsync(graveyard, "witness");
    }

    [Test]
    public async Task Is_not_done_by_delete()
    {
        var (queue, graveyard) = await PairAsync();
        await FillAsync(queue, "1");

        await Channel.QueueDeleteAsync(queue);

        await FillAsync(graveyard, "witness");
        await ExpectAsync(graveyard, "witness");
    }

    [Test]
    public async Task Ends_a_cycle_without_rejects()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 50), ("x-dead-letter-exchange", string.Empty));

        await FillAsync(queue, "1");

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Does_not_end_a_cycle_of_rejects()
    {
        var queue = await QueueAsync("q", ("x-dead-letter-exchange", string.Empty));
        await FillAsync(queue, "1");

        for (var round = 1; round <= 3; round++)
        {
            var got = await GetAsync(queue, autoAck: false);
            Assert.That(got.Deaths.Sum(death => death.Count), Is.EqualTo(round - 1));
            await Channel.BasicRejectAsync(got.Tag, requeue: false);
        }

        await GetAsync(queue);
    }

    [Test]
    public async Task Ends_a_cycle_over_two_queues()
    {
        var second = await QueueAsync("b", ("x-message-ttl", 50), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", $"{Name}.a"));
        var first = await QueueAsync("a", ("x-message-ttl", 50), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", second));

        await FillAsync(first, "1");

        await EventuallyAsync(
            async () => await Channel.MessageCountAsync(first) + await Channel.MessageCountAsync(second) == 0, "both queues get empty");
    }

    [Test]
    public async Task Of_the_copies_for_several_queues_is_done_by_each()
    {
        var exchange = await ExchangeAsync("fanout");
        var graveyard = await QueueAsync("dead");
        var a = await DyingQueueAsync("a", graveyard);
        var b = await DyingQueueAsync("b", graveyard);
        await Channel.QueueBindAsync(a, exchange, string.Empty);
        await Channel.QueueBindAsync(b, exchange, string.Empty);

        await PublishAsync(exchange, string.Empty, "1");

        string[] queues = [(await GetAsync(graveyard)).Deaths[0].Queue, (await GetAsync(graveyard)).Deaths[0].Queue];
        Assert.That(queues, Is.EquivalentTo(new[] { a, b }));
    }

    [Test]
    public async Task Takes_the_keys_of_carbon_copies_along()
    {
        var exchange = await ExchangeAsync("direct");
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));
        await Channel.QueueBindAsync(queue, exchange, "key");

        await PublishAsync(exchange, "key", "1", new BasicProperties { Headers = Carbon("CC", "copy") });

        var dead = await GetAsync(graveyard);
        Assert.That(dead.Deaths[0].RoutingKeys, Is.EqualTo(new[] { "key", "copy" }));
    }

    [Test]
    public async Task Does_not_tell_the_keys_of_blind_copies()
    {
        var exchange = await ExchangeAsync("direct");
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));
        await Channel.QueueBindAsync(queue, exchange, "key");

        await PublishAsync(exchange, "key", "1", new BasicProperties { Headers = Carbon("BCC", "copy") });

        var dead = await GetAsync(graveyard);
        Assert.That(dead.Deaths[0].RoutingKeys, Is.EqualTo(new[] { "key" }));
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

    [Test]
    public async Task Of_a_persistent_message_does_not_delay_its_confirm()
    {
        var (queue, graveyard) = await PairAsync(("x-message-ttl", 0));

        await PublishAsync(string.Empty, queue, "1", new BasicProperties { Persistent = true });

        await ExpectEventuallyAsync(graveyard, "1");
    }

    [Test]
    public async Task To_a_full_queue_waits_for_room()
    {
        var graveyard = await QueueAsync("dead", ("x-max-length", 1), ("x-overflow", "reject-publish"));
        var queue = await DyingQueueAsync("q", graveyard);
        await FillAsync(queue, "1", "2");

        Assert.That((await GetAsync(graveyard)).Text, Is.EqualTo("1"));
        Assert.That((await GetAsync(graveyard)).Text, Is.EqualTo("2"));
    }

    private static Dictionary<string, object?> Carbon(string header, params string[] keys) =>
        Arguments((header, keys.Cast<object>().ToList()));

    /// <summary>A queue with these arguments, and the queue where its dead messages go.</summary>
    private async Task<(string Queue, string Graveyard)> PairAsync(params (string Name, object? Value)[] arguments)
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QueueAsync(
            "q", [.. arguments, ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard)]);
        return (queue, graveyard);
    }

    /// <summary>A queue in which messages die at once.</summary>
    private Task<string> DyingQueueAsync(string suffix, string graveyard) => QueueAsync(
        suffix, ("x-message-ttl", 0), ("x-dead-letter-exchange", string.Empty), ("x-dead-letter-routing-key", graveyard));

    private async Task ExpectDeathAsync(string graveyard, string reason, string queue, string exchange, string[] keys)
    {
        var dead = await GetAsync(graveyard);
        Assert.That(dead.Deaths, Has.Count.EqualTo(1));
        var death = dead.Deaths[0];
        Assert.That((death.Reason, death.Queue, death.Exchange, death.Count), Is.EqualTo((reason, queue, exchange, 1L)));
        Assert.That(death.RoutingKeys, Is.EqualTo(keys));
        Assert.That((dead.Text, dead.Redelivered), Is.EqualTo(("1", false)));
    }
}
