using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

public sealed class Consuming : FeatureRules
{
    [Test]
    public async Task Waiting_messages_are_delivered_in_order()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");

        var inbox = await ConsumeAsync(queue);

        Assert.That(await inbox.TakeAsync(3), Is.EqualTo(new[] { "1", "2", "3" }));
    }

    [Test]
    public async Task Consumers_take_turns()
    {
        var queue = await QueueAsync();
        var a = await ConsumeAsync(queue);
        var b = await ConsumeAsync(queue);
        var c = await ConsumeAsync(queue);

        await FillAsync(queue, "1", "2", "3", "4", "5", "6");

        Assert.That(await a.TakeAsync(2), Is.EqualTo(new[] { "1", "4" }));
        Assert.That(await b.TakeAsync(2), Is.EqualTo(new[] { "2", "5" }));
        Assert.That(await c.TakeAsync(2), Is.EqualTo(new[] { "3", "6" }));
    }

    [Test]
    public async Task Delivery_numbers_count_all_deliveries_of_the_channel()
    {
        var first = await QueueAsync("a");
        var second = await QueueAsync("b");
        var a = await ConsumeAsync(first, autoAck: false);
        var b = await ConsumeAsync(second);

        await FillAsync(first, "1");
        var one = await a.NextAsync();
        await FillAsync(second, "2");
        var two = await b.NextAsync();

        Assert.That((one.Tag, two.Tag), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Cancelling_leaves_unacknowledged_messages_to_be_acked()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var held = await inbox.NextAsync();

        await Channel.BasicCancelAsync(inbox.Tag);

        await Channel.BasicAckAsync(held.Tag, multiple: false);
        await ExpectAsync(queue);
    }

    [Test]
    public async Task Deleting_the_queue_cancels_its_consumers()
    {
        var queue = await QueueAsync();
        var a = await ConsumeAsync(queue);
        var b = await ConsumeAsync(queue);

        await Channel.QueueDeleteAsync(queue);

        await a.CancelledByBroker;
        await b.CancelledByBroker;
    }

    [Test]
    public async Task What_a_lost_connection_held_goes_to_another_consumer()
    {
        var queue = await DurableQueueAsync();
        await FillAsync(queue, "1", "2");
        var lost = await ConnectAsync();
        var held = await ConsumeAsync(await lost.CreateChannelAsync(), queue, autoAck: false);
        await held.TakeAsync(2);
        var inbox = await ConsumeAsync(queue);

        await lost.DisposeAsync();

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "1*", "2*" }));
    }

    [Test]
    public async Task A_rejected_message_without_requeue_is_gone()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2");
        var got = await GetAsync(queue, autoAck: false);

        await Channel.BasicRejectAsync(got.Tag, requeue: false);

        await ExpectAsync(queue, "2");
    }

    [Test]
    public async Task The_consumer_count_is_told_at_declaration()
    {
        var queue = await QueueAsync();
        await ConsumeAsync(queue);

        Assert.That(await Channel.ConsumerCountAsync(queue), Is.EqualTo(1));
    }

    [Test]
    public async Task A_consumer_may_begin_before_its_messages_come()
    {
        var queue = await QueueAsync();
        var inbox = await ConsumeAsync(queue);

        await FillAsync(queue, "1");

        Assert.That((await inbox.NextAsync()).ConsumerTag, Is.EqualTo(inbox.Tag));
    }

    [Test]
    public async Task A_consumer_without_acknowledgements_leaves_nothing_behind()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");
        await using (var channel = await OpenChannelAsync())
        {
            await (await ConsumeAsync(channel, queue)).NextAsync();
        }

        await ExpectAsync(queue);
    }
}
