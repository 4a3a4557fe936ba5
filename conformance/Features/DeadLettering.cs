using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>Which messages die, how often, and in which order they arrive: the argument x-dead-letter-exchange.</summary>
public sealed class DeadLettering : DeadLetterRules
{
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
}
