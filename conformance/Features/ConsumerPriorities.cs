using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument x-priority of basic.consume.</summary>
public sealed class ConsumerPriorities : FeatureRules
{
    [Test]
    public async Task The_highest_gets_everything()
    {
        var queue = await QueueAsync();
        var low = await ConsumeAsync(queue, autoAck: true, ("x-priority", 1));
        var high = await ConsumeAsync(queue, autoAck: true, ("x-priority", 2));

        await FillAsync(queue, "1", "2", "3");

        Assert.That(await high.TakeAsync(3), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(low.IsEmpty);
    }

    [Test]
    public async Task Lower_ones_get_what_the_higher_have_no_room_for()
    {
        var queue = await QueueAsync();
        await Channel.BasicQosAsync(0, 2, global: false);
        var none = await ConsumeAsync(queue, autoAck: false);
        var high = await ConsumeAsync(queue, autoAck: false, ("x-priority", 5));
        var negative = await ConsumeAsync(queue, autoAck: false, ("x-priority", -1));

        await FillAsync(queue, "1", "2", "3", "4", "5", "6", "7");

        Assert.That(await high.TakeAsync(2), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(await none.TakeAsync(2), Is.EqualTo(new[] { "3", "4" }));
        Assert.That(await negative.TakeAsync(2), Is.EqualTo(new[] { "5", "6" }));
        await ExpectCountAsync(queue, 1);
    }

    [Test]
    public async Task Equal_ones_take_turns()
    {
        var queue = await QueueAsync();
        var a = await ConsumeAsync(queue, autoAck: true, ("x-priority", 5));
        var b = await ConsumeAsync(queue, autoAck: true, ("x-priority", 5));
        await ConsumeAsync(queue);

        await FillAsync(queue, "1", "2", "3", "4");

        Assert.That(await a.TakeAsync(2), Is.EqualTo(new[] { "1", "3" }));
        Assert.That(await b.TakeAsync(2), Is.EqualTo(new[] { "2", "4" }));
    }

    [Test]
    public async Task None_is_0()
    {
        var queue = await QueueAsync();
        var negative = await ConsumeAsync(queue, autoAck: true, ("x-priority", -1));
        var none = await ConsumeAsync(queue);

        await FillAsync(queue, "1", "2");

        Assert.That(await none.TakeAsync(2), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(negative.IsEmpty);
    }

    [Test]
    public async Task A_higher_one_that_comes_later_takes_over()
    {
        var queue = await QueueAsync();
        var low = await ConsumeAsync(queue);
        await FillAsync(queue, "1");
        await low.TakeAsync(1);
        var high = await ConsumeAsync(queue, autoAck: true, ("x-priority", 1));

        await FillAsync(queue, "2");

        Assert.That(await high.TakeAsync(1), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task Lower_ones_get_everything_when_the_higher_are_gone()
    {
        var queue = await QueueAsync();
        var low = await ConsumeAsync(queue);
        var high = await ConsumeAsync(queue, autoAck: true, ("x-priority", 1));

        await Channel.BasicCancelAsync(high.Tag);
        await FillAsync(queue, "1");

        Assert.That(await low.TakeAsync(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task A_text_is_refused()
    {
        var queue = await QueueAsync();

        await ExpectRefusalAsync(
            406,
            $"PRECONDITION_FAILED - invalid arg 'x-priority' for {QueueNamed(queue)}: \"expected integer, got longstr\"",
            channel => ConsumeAsync(channel, queue, autoAck: true, ("x-priority", "high")));
    }
}
