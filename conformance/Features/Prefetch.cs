using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

public sealed class Prefetch : FeatureRules
{
    [Test]
    public async Task Limits_what_a_consumer_holds()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 2, global: false);

        var inbox = await ConsumeAsync(queue, autoAck: false);

        await inbox.TakeAsync(2);
        await ExpectHeldBackAsync(queue, 1);
        await Channel.BasicAckAsync(1, multiple: false);
        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "3" }));
    }

    [Test]
    public async Task Of_0_is_no_limit()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, [.. Enumerable.Range(0, 50).Select(number => $"{number}")]);
        await Channel.BasicQosAsync(0, 0, global: false);

        var inbox = await ConsumeAsync(queue, autoAck: false);

        await inbox.TakeAsync(50);
    }

    [Test]
    public async Task Gives_each_consumer_a_window_of_its_own()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4", "5");
        await Channel.BasicQosAsync(0, 2, global: false);

        var a = await ConsumeAsync(queue, autoAck: false);
        var b = await ConsumeAsync(queue, autoAck: false);

        await a.TakeAsync(2);
        await b.TakeAsync(2);
        await ExpectHeldBackAsync(queue, 1);
    }

    [Test]
    public async Task Holds_for_consumers_started_afterwards()
    {
        var queue = await QueueAsync();
        var before = await ConsumeAsync(queue, autoAck: false);
        await Channel.BasicQosAsync(0, 1, global: false);

        await FillAsync(queue, "1", "2", "3");

        await before.TakeAsync(3);
    }

    [Test]
    public async Task For_the_channel_is_shared_by_its_consumers()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4", "5");
        await Channel.BasicQosAsync(0, 3, global: true);

        await ConsumeAsync(queue, autoAck: false);
        await ConsumeAsync(queue, autoAck: false);

        await ExpectHeldBackAsync(queue, 2);
    }

    [Test]
    public async Task For_the_channel_and_for_the_consumer_hold_together()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, [.. Enumerable.Range(0, 10).Select(number => $"{number}")]);
        await Channel.BasicQosAsync(0, 4, global: false);
        await Channel.BasicQosAsync(0, 6, global: true);

        var a = await ConsumeAsync(queue, autoAck: false);
        var b = await ConsumeAsync(queue, autoAck: false);

        await a.TakeAsync(4);
        await b.TakeAsync(2);
        await ExpectHeldBackAsync(queue, 4);
    }

    [Test]
    public async Task Does_not_hold_without_acknowledgements()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 1, global: false);

        var inbox = await ConsumeAsync(queue, autoAck: true);

        await inbox.TakeAsync(3);
    }

    [Test]
    public async Task Passes_over_a_full_consumer()
    {
        var queue = await QueueAsync();
        await Channel.BasicQosAsync(0, 1, global: false);
        var slow = await ConsumeAsync(queue, autoAck: false);
        await FillAsync(queue, "1");
        await slow.NextAsync();
        var fast = await ConsumeAsync(queue, autoAck: true);

        await FillAsync(queue, "2", "3", "4");

        Assert.That(await fast.TakeAsync(3), Is.EqualTo(new[] { "2", "3", "4" }));
    }

    [Test]
    public async Task Is_freed_by_an_ack_of_many()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4");
        await Channel.BasicQosAsync(0, 2, global: false);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var held = await inbox.TakeAsync(2);

        await Channel.BasicAckAsync((ulong)held.Count, multiple: true);

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "3", "4" }));
    }

    [Test]
    public async Task Is_freed_by_a_reject()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2");
        await Channel.BasicQosAsync(0, 1, global: false);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var held = await inbox.NextAsync();

        await Channel.BasicRejectAsync(held.Tag, requeue: false);

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task Lowered_below_what_is_held_stops_deliveries_until_it_has_room()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4", "5");
        await Channel.BasicQosAsync(0, 3, global: true);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        await inbox.TakeAsync(3);

        await Channel.BasicQosAsync(0, 1, global: true);

        await Channel.BasicAckAsync(1, multiple: false);
        await Channel.BasicAckAsync(2, multiple: false);
        await ExpectHeldBackAsync(queue, 2);
        await Channel.BasicAckAsync(3, multiple: false);
        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "4" }));
    }

    [Test]
    public async Task Raised_for_the_channel_lets_more_come_at_once()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 1, global: true);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        await inbox.TakeAsync(1);

        await Channel.BasicQosAsync(0, 3, global: true);

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "2", "3" }));
    }

    [Test]
    public async Task Removed_for_the_channel_lets_everything_come()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 1, global: true);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        await inbox.TakeAsync(1);

        await Channel.BasicQosAsync(0, 0, global: true);

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "2", "3" }));
    }

    [Test]
    public async Task For_the_channel_is_not_used_up_by_gets()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4", "5");
        await Channel.BasicQosAsync(0, 2, global: true);
        await GetAsync(queue, autoAck: false);
        await GetAsync(queue, autoAck: false);

        var inbox = await ConsumeAsync(queue, autoAck: false);

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "3", "4" }));
        await ExpectHeldBackAsync(queue, 1);
    }

    [Test]
    public async Task Is_still_used_up_by_what_a_cancelled_consumer_holds()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await Channel.BasicQosAsync(0, 2, global: true);
        var first = await ConsumeAsync(queue, autoAck: false);
        await first.TakeAsync(2);
        await Channel.BasicCancelAsync(first.Tag);

        var second = await ConsumeAsync(queue, autoAck: false);

        await ExpectHeldBackAsync(queue, 1);
        await Channel.BasicAckAsync(1, multiple: false);
        Assert.That(await second.TakeAsync(1), Is.EqualTo(new[] { "3" }));
    }

    private async Task ExpectHeldBackAsync(string queue, uint count) => await ExpectCountAsync(queue, count);
}
