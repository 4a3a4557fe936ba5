using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Queues;

public sealed class QueueDelete : ChannelRules
{
    [Test]
    public async Task Delete_ok_counts_the_ready_messages()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await PublishAsync("b");

        var deleted = await CallAsync("queue.delete", ("queue", Name));

        Assert.That(deleted.Number("message-count"), Is.EqualTo(2));
    }

    [Test]
    public async Task Delete_ok_does_not_count_unacknowledged_messages()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await PublishAsync("b");
        await GetAsync(noAck: false);

        var deleted = await CallAsync("queue.delete", ("queue", Name));

        Assert.That(deleted.Number("message-count"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_missing_queue_is_deleted_with_count_0()
    {
        var deleted = await CallAsync("queue.delete", ("queue", Name));

        Assert.That(deleted.Number("message-count"), Is.Zero);
    }

    [Test]
    public async Task If_empty_of_a_queue_with_messages_closes_the_channel_with_406()
    {
        await DeclareAsync(Name, "queue.declare");
        await PublishAsync("a");

        await SendAsync("queue.delete", ("queue", Name), ("if-empty", true));

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - {QueueNamed(Name)} not empty", "queue.delete");
    }

    [Test]
    public async Task If_empty_does_not_mind_unacknowledged_messages()
    {
        await DeclareQueueAsync();
        await PublishAsync("a");
        await GetAsync(noAck: false);

        await CallAsync("queue.delete", ("queue", Name), ("if-empty", true));
    }

    [Test]
    public async Task If_unused_of_a_queue_with_a_consumer_closes_the_channel_with_406()
    {
        await DeclareAsync(Name, "queue.declare");
        await ConsumeAsync();

        await SendAsync("queue.delete", ("queue", Name), ("if-unused", true));

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - {QueueNamed(Name)} in use", "queue.delete");
    }

    [Test]
    public async Task If_empty_is_judged_before_if_unused()
    {
        await DeclareAsync(Name, "queue.declare");
        await CallAsync("basic.qos", ("prefetch-count", 1));
        await ConsumeAsync();
        await PublishAsync("a");
        await PublishAsync("b");
        await Client.ExpectContentAsync("basic.deliver");

        await SendAsync("queue.delete", ("queue", Name), ("if-empty", true), ("if-unused", true));

        await ExpectChannelCloseAsync(406, $"PRECONDITION_FAILED - {QueueNamed(Name)} not empty", "queue.delete");
    }

    [Test]
    public async Task An_exclusive_queue_of_another_connection_closes_the_channel_with_405()
    {
        await using var owner = await OpenAnotherAsync();
        await owner.CallAsync(1, "queue.declare", ("queue", Name), ("exclusive", true));

        await SendAsync("queue.delete", ("queue", Name));

        await ExpectChannelCloseAsync(405, LockedText.Of(QueueNamed(Name)), "queue.delete");
    }

    [Test]
    public async Task An_empty_name_means_the_queue_declared_last_on_the_channel()
    {
        await DeclareQueueAsync();

        await CallAsync("queue.delete");

        await SendAsync("queue.declare", ("queue", Name), ("passive", true));
        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.declare");
    }

    [Test]
    public async Task An_empty_name_with_no_queue_declared_closes_the_channel_with_404()
    {
        await SendAsync("queue.delete");

        await ExpectChannelCloseAsync(404, "NOT_FOUND - no previously declared queue", "queue.delete");
    }

    [Test]
    public async Task With_nowait_there_is_no_answer()
    {
        await DeclareQueueAsync();

        await SendAsync("queue.delete", ("queue", Name), ("nowait", true));

        await ExpectNothingAsync();
        await SendAsync("queue.declare", ("queue", Name), ("passive", true));
        await ExpectChannelCloseAsync(404, $"NOT_FOUND - no {QueueNamed(Name)}", "queue.declare");
    }
}
