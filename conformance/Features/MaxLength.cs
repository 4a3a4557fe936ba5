using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The arguments x-max-length, x-max-length-bytes and x-overflow.</summary>
public sealed class MaxLength : FeatureRules
{
    [Test]
    public async Task Drops_the_oldest_messages()
    {
        var queue = await QueueAsync("q", ("x-max-length", 3));

        await FillAsync(queue, "1", "2", "3", "4", "5");

        await ExpectAsync(queue, "3", "4", "5");
    }

    [Test]
    public async Task Drop_head_is_the_default()
    {
        var queue = await QueueAsync("q", ("x-max-length", 2), ("x-overflow", "drop-head"));

        await FillAsync(queue, "1", "2", "3");

        await ExpectAsync(queue, "2", "3");
    }

    [Test]
    public async Task Counts_ready_messages_only()
    {
        var queue = await QueueAsync("q", ("x-max-length", 2));
        await FillAsync(queue, "1", "2");
        await GetAsync(queue, autoAck: false);
        await GetAsync(queue, autoAck: false);

        await FillAsync(queue, "3", "4");

        await Channel.BasicAckAsync(2, multiple: true);
        await ExpectAsync(queue, "3", "4");
    }

    [Test]
    public async Task Drops_requeued_messages_that_are_too_many()
    {
        var queue = await QueueAsync("q", ("x-max-length", 2));
        await FillAsync(queue, "1", "2");
        await GetAsync(queue, autoAck: false);
        await GetAsync(queue, autoAck: false);
        await FillAsync(queue, "3", "4");

        await Channel.BasicNackAsync(2, multiple: true, requeue: true);

        await ExpectAsync(queue, "3", "4");
    }

    [Test]
    public async Task Of_0_gives_a_message_to_a_waiting_consumer()
    {
        var queue = await QueueAsync("q", ("x-max-length", 0));
        var inbox = await ConsumeAsync(queue);

        await FillAsync(queue, "1");

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Of_0_drops_a_message_that_nobody_waits_for()
    {
        var queue = await QueueAsync("q", ("x-max-length", 0));

        await FillAsync(queue, "1");

        await ExpectAsync(queue);
    }

    [Test]
    public async Task In_bytes_counts_the_bodies()
    {
        var queue = await QueueAsync("q", ("x-max-length-bytes", 10));

        await FillAsync(queue, "aaaa", "bbbb", "cccc");

        await ExpectAsync(queue, "bbbb", "cccc");
    }

    [Test]
    public async Task In_bytes_takes_a_message_of_just_that_size()
    {
        var queue = await QueueAsync("q", ("x-max-length-bytes", 10));

        await FillAsync(queue, "aaaaaaaaaa");

        await ExpectAsync(queue, "aaaaaaaaaa");
    }

    [Test]
    public async Task In_bytes_drops_a_message_that_is_larger_alone()
    {
        var queue = await QueueAsync("q", ("x-max-length-bytes", 10));

        await FillAsync(queue, "aaaaaaaaaaa");

        await ExpectAsync(queue);
    }

    [Test]
    public async Task In_messages_and_bytes_hold_both()
    {
        var queue = await QueueAsync("q", ("x-max-length", 2), ("x-max-length-bytes", 10));

        await FillAsync(queue, "a", "b", "c");
        await ExpectAsync(queue, "b", "c");

        await FillAsync(queue, "aaaaaa", "bbbbbb");
        await ExpectAsync(queue, "bbbbbb");
    }

    [Test]
    public async Task Reject_publish_nacks_what_is_too_much()
    {
        var queue = await QueueAsync("q", ("x-max-length", 2), ("x-overflow", "reject-publish"));
        await FillAsync(queue, "1", "2");

        var nacked = await Assert.ThrowsAsync<PublishException>(() => FillAsync(queue, "3"));

        Assert.That(nacked.IsReturn, Is.False);
        await ExpectAsync(queue, "1", "2");
    }

    [Test]
    public async Task Reject_publish_takes_messages_again_when_there_is_room()
    {
        var queue = await QueueAsync("q", ("x-max-length", 1), ("x-overflow", "reject-publish"));
        await FillAsync(queue, "1");
        await Assert.ThrowsAsync<PublishException>(() => FillAsync(queue, "2"));

        await GetAsync(queue);
        await FillAsync(queue, "3");

        await ExpectAsync(queue, "3");
    }

    [Test]
    public async Task Reject_publish_in_bytes_nacks_what_is_too_much()
    {
        var queue = await QueueAsync("q", ("x-max-length-bytes", 10), ("x-overflow", "reject-publish"));
        await FillAsync(queue, "aaaaaaaaaa");

        await Assert.ThrowsAsync<PublishException>(() => FillAsync(queue, "b"));

        await ExpectAsync(queue, "aaaaaaaaaa");
    }

    [Test]
    public async Task Reject_publish_without_confirms_drops_silently()
    {
        var queue = await QueueAsync("q", ("x-max-length", 1), ("x-overflow", "reject-publish"));
        await FillAsync(queue, "1");
        await using var channel = await OpenChannelAsync();

        await channel.BasicPublishAsync(string.Empty, queue, "2"u8.ToArray());
        await channel.QueueDeclarePassiveAsync(queue);

        await ExpectAsync(queue, "1");
    }

    [Test]
    public async Task Reject_publish_of_one_queue_leaves_the_copies_of_others()
    {
        var exchange = await ExchangeAsync("fanout");
        var full = await QueueAsync("full", ("x-max-length", 0), ("x-overflow", "reject-publish"));
        await Channel.QueueBindAsync(full, exchange, string.Empty);
        var free = await BoundQueueAsync("free", exchange, string.Empty);

        await Assert.ThrowsAsync<PublishException>(() => PublishAsync(exchange, string.Empty, "1"));

        await ExpectAsync(full);
        await ExpectAsync(free, "1");
    }

    [Test]
    public async Task Reject_publish_does_not_return_a_mandatory_message()
    {
        var queue = await QueueAsync("q", ("x-max-length", 0), ("x-overflow", "reject-publish"));

        var nacked = await Assert.ThrowsAsync<PublishException>(() => PublishAsync(string.Empty, queue, "1", mandatory: true));

        Assert.That(nacked.IsReturn, Is.False);
    }

    [Test]
    public async Task Reject_publish_does_not_limit_what_is_requeued()
    {
        var queue = await QueueAsync("q", ("x-max-length", 1), ("x-overflow", "reject-publish"));
        await FillAsync(queue, "1");
        var held = await GetAsync(queue, autoAck: false);
        await FillAsync(queue, "2");

        await Channel.BasicRejectAsync(held.Tag, requeue: true);

        await ExpectAsync(queue, "1*", "2");
    }

    [Test]
    public async Task Reject_publish_dlx_nacks_and_dead_letters_what_is_too_much()
    {
        var graveyard = await QueueAsync("dead");
        var queue = await QueueAsync(
            "q",
            ("x-max-length", 1),
            ("x-overflow", "reject-publish-dlx"),
            ("x-dead-letter-exchange", string.Empty),
            ("x-dead-letter-routing-key", graveyard));
        await FillAsync(queue, "1");

        await Assert.ThrowsAsync<PublishException>(() => FillAsync(queue, "2"));

        var dead = await GetAsync(graveyard);
        Assert.That((dead.Text, dead.Deaths[0].Reason), Is.EqualTo(("2", "maxlen")));
        await ExpectAsync(queue, "1");
    }

    [Test]
    public async Task On_a_priority_queue_drops_the_highest_first()
    {
        var queue = await QueueAsync("q", ("x-max-length", 3), ("x-max-priority", 10));

        foreach (var priority in new byte[] { 5, 1, 3, 2, 4 })
        {
            await PublishAsync(string.Empty, queue, $"{priority}", new BasicProperties { Priority = priority });
        }

        await ExpectAsync(queue, "3", "2", "1");
    }
}
