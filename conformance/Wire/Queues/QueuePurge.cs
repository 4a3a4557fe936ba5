using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

public sealed class QueuePurge : ChannelRules
{
    [Test]
    public async Task Drops_and_counts_the_ready_messages()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await PublishAsync("b");

        var purged = await CallAsync("queue.purge", ("queue", Name));

        Assert.That(purged.Number("message-count"), Is.EqualTo(2));
        await ExpectEmptyAsync();
    }

    [Test]
    public async Task Leaves_unacknowledged_messages()
    {
        await DeclareQueueAsync();
        await PublishAsync("held");
        var held = await GetAsync(noAck: false);

        var purged = await CallAsync("queue.purge", ("queue", Name));

        Assert.That(purged.Number("message-count"), Is.Zero);
        await SendAsync("basic.reject", ("delivery-tag", held.Method.Number("delivery-tag")), ("requeue", true));
        Assert.That((await GetAsync()).Text, Is.EqualTo("held"));
    }

    [Test]
    public async Task Of_an_empty_queue_counts_0()
    {
        await DeclareQueueAsync();

        var purged = await CallAsync("queue.purge", ("queue", Name));

        Assert.That(purged.Number("message-count"), Is.Zero);
    }

    [Test]
    public async Task Of_a_missing_queue_closes_the_channel_with_404()
    {
        await SendAsync("queue.purge", ("queue", Name));

        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.purge");
    }

    [Test]
    public async Task Of_a_queue_exclusive_to_another_connection_closes_the_channel_with_405()
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("queue.purge", ("queue", Name));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "queue.purge");
    }

    [Test]
    public async Task Of_an_empty_name_means_the_queue_declared_last_on_the_channel()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");

        var purged = await CallAsync("queue.purge");

        Assert.That(purged.Number("message-count"), Is.EqualTo(1));
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");

        await SendAsync("queue.purge", ("queue", Name), ("nowait", true));

        await ExpectNothingAsync();
        await ExpectEmptyAsync();
    }
}
