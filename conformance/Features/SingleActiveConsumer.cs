using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument x-single-active-consumer.</summary>
public sealed class SingleActiveConsumer : FeatureRules
{
    [Test]
    public async Task The_first_one_gets_everything()
    {
        var queue = await SingleAsync();
        var first = await ConsumeAsync(queue);
        var second = await ConsumeAsync(queue);

        await FillAsync(queue, "1", "2", "3");

        Assert.That(await first.TakeAsync(3), Is.EqualTo(new[] { "1", "2", "3" }));
        Assert.That(second.IsEmpty);
    }

    [Test]
    public async Task The_next_one_follows_when_it_is_cancelled()
    {
        var queue = await SingleAsync();
        var first = await ConsumeAsync(queue);
        var second = await ConsumeAsync(queue);

        await Channel.BasicCancelAsync(first.Tag);
        await FillAsync(queue, "1", "2");

        Assert.That(await second.TakeAsync(2), Is.EqualTo(new[] { "1", "2" }));
    }

    [Test]
    public async Task The_next_one_gets_what_the_end_of_a_channel_returned()
    {
        var queue = await SingleAsync();
        var channel = await OpenChannelAsync();
        var first = await ConsumeAsync(channel, queue, autoAck: false);
        var second = await ConsumeAsync(queue);
        await FillAsync(queue, "1", "2");
        await first.TakeAsync(2);

        await channel.CloseAsync();

        Assert.That(await second.TakeAsync(2), Is.EqualTo(new[] { "1*", "2*" }));
    }

    [Test]
    public async Task The_next_one_gets_at_once_what_waits_when_it_is_cancelled()
    {
        var queue = await SingleAsync();
        await Channel.BasicQosAsync(0, 1, global: false);
        var first = await ConsumeAsync(queue, autoAck: false);
        var second = await ConsumeAsync(queue);
        await FillAsync(queue, "1", "2");
        var held = await first.NextAsync();

        await Channel.BasicCancelAsync(first.Tag);
        await Channel.BasicAckAsync(held.Tag, multiple: false);

        Assert.That(await second.TakeAsync(1), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task Priority_decides_among_those_that_wait()
    {
        var queue = await SingleAsync();
        var first = await ConsumeAsync(queue);
        var low = await ConsumeAsync(queue, autoAck: true, ("x-priority", 5));
        var high = await ConsumeAsync(queue, autoAck: true, ("x-priority", 9));

        await Channel.BasicCancelAsync(first.Tag);
        await FillAsync(queue, "1");

        Assert.That(await high.TakeAsync(1), Is.EqualTo(new[] { "1" }));
        Assert.That(low.IsEmpty);
    }

    [Test]
    public async Task A_later_one_of_higher_priority_does_not_displace_it()
    {
        var queue = await SingleAsync();
        var first = await ConsumeAsync(queue);
        var high = await ConsumeAsync(queue, autoAck: true, ("x-priority", 9));

        await FillAsync(queue, "1");

        Assert.That(await first.TakeAsync(1), Is.EqualTo(new[] { "1" }));
        Assert.That(high.IsEmpty);
    }

    [Test]
    public async Task An_exclusive_one_is_refused()
    {
        var queue = await SingleAsync();

        await ExpectRefusalAsync(
            403,
            $"ACCESS_REFUSED - {QueueNamed(queue)} in exclusive use",
            channel => channel.BasicConsumeAsync(
                queue, autoAck: true, "exclusive", noLocal: false, exclusive: true, arguments: null, new AsyncDefaultBasicConsumer(channel)));
    }

    [Test]
    public async Task Getting_is_allowed()
    {
        var queue = await SingleAsync();

        await FillAsync(queue, "1");

        await ExpectAsync(queue, "1");
    }

    [Test]
    public async Task A_full_one_is_not_helped_by_the_others()
    {
        var queue = await SingleAsync();
        await Channel.BasicQosAsync(0, 1, global: false);
        var first = await ConsumeAsync(queue, autoAck: false);
        var second = await ConsumeAsync(queue, autoAck: false);
        await FillAsync(queue, "1", "2");
        var held = await first.NextAsync();
        await ExpectCountAsync(queue, 1);

        await Channel.BasicAckAsync(held.Tag, multiple: false);

        Assert.That(await first.TakeAsync(1), Is.EqualTo(new[] { "2" }));
        Assert.That(second.IsEmpty);
    }

    private Task<string> SingleAsync() => QueueAsync("q", ("x-single-active-consumer", true));
}
