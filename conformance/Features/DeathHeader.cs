using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The headers x-death and x-first-death-… of a dead message.</summary>
public sealed class DeathHeader : DeadLetterRules
{
    private static readonly string[] FieldsOfADeath = ["count", "reason", "queue", "time", "exchange", "routing-keys"];

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
}
