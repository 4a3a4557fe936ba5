using AmqpBroker.ConformanceTests.Features.Client;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument x-message-ttl of a queue, and the property expiration of a message.</summary>
public sealed class MessageTtl : FeatureRules
{
    [Test]
    public async Task Of_the_queue_ends_its_messages()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 100));

        await FillAsync(queue, "1", "2");

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Of_a_message_ends_it()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "1", Expiring("100"));

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Of_the_message_wins_when_it_is_shorter()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 60_000));

        await PublishAsync(string.Empty, queue, "1", Expiring("100"));

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Of_the_queue_wins_when_it_is_shorter()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 100));

        await PublishAsync(string.Empty, queue, "1", Expiring("60000"));

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Is_left_on_the_message()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "1", Expiring("60000"));

        Assert.That((await GetAsync(queue)).Properties.Expiration, Is.EqualTo("60000"));
    }

    [Test]
    public async Task Ends_a_message_wherever_it_stands()
    {
        var queue = await QueueAsync();
        await PublishAsync(string.Empty, queue, "slow", Expiring("60000"));

        await PublishAsync(string.Empty, queue, "fast", Expiring("100"));

        await ExpectCountAsync(queue, 1);
    }

    [Test]
    public async Task Skips_an_expired_message_that_comes_to_the_head()
    {
        var queue = await QueueAsync();
        var witness = await QueueAsync("witness");
        await PublishAsync(string.Empty, queue, "slow", Expiring("60000"));
        await PublishAsync(string.Empty, queue, "fast", Expiring("100"));
        await PublishAsync(string.Empty, queue, "last", Expiring("60000"));
        await PublishAsync(string.Empty, witness, "fast", Expiring("100"));
        await ExpectCountAsync(witness, 0);

        await ExpectAsync(queue, "slow", "last");
    }

    [Test]
    public async Task Does_not_end_a_message_that_is_delivered()
    {
        var (queue, held) = await HoldBeyondItsTimeAsync();

        await Channel.BasicAckAsync(held.Tag, multiple: false);

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Ends_a_message_that_is_requeued_too_late()
    {
        var (queue, held) = await HoldBeyondItsTimeAsync();

        await Channel.BasicRejectAsync(held.Tag, requeue: true);

        await ExpectCountAsync(queue, 0);
    }

    [Test]
    public async Task Of_0_on_the_queue_gives_a_message_to_a_waiting_consumer()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 0));
        var inbox = await ConsumeAsync(queue);

        await FillAsync(queue, "1");

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Of_0_on_the_queue_ends_a_message_that_nobody_waits_for()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 0));

        await FillAsync(queue, "1");

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Of_0_on_a_message_gives_it_to_a_waiting_consumer()
    {
        var queue = await QueueAsync();
        var inbox = await ConsumeAsync(queue);

        await PublishAsync(string.Empty, queue, "1", Expiring("0"));

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task Of_0_on_a_message_ends_it_when_nobody_waits()
    {
        var queue = await QueueAsync();

        await PublishAsync(string.Empty, queue, "1", Expiring("0"));

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Of_0_still_counts_as_routed()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 0));

        await PublishAsync(string.Empty, queue, "1", mandatory: true);

        await ExpectAsync(queue);
    }

    [Test]
    public async Task Keeps_messages_that_still_have_time()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 60_000));
        await FillAsync(queue, "1", "2");

        await ExpectAsync(queue, "1", "2");
    }

    /// <summary>Gets a message and keeps it until its time is up, as another one shows that came later.</summary>
    private async Task<(string Queue, Message Held)> HoldBeyondItsTimeAsync()
    {
        var queue = await QueueAsync("q", ("x-message-ttl", 100));
        var witness = await QueueAsync("witness", ("x-message-ttl", 100));
        await FillAsync(queue, "1");
        var held = await GetAsync(queue, autoAck: false);
        await FillAsync(witness, "1");
        await ExpectCountAsync(witness, 0);
        return (queue, held);
    }

    private static BasicProperties Expiring(string milliseconds) => new() { Expiration = milliseconds };
}
