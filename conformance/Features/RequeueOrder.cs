using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>A requeued message returns to its original place. A star marks redelivered messages.</summary>
public sealed class RequeueOrder : FeatureRules
{
    [Test]
    public async Task Nack_of_one_among_others_outstanding()
    {
        var queue = await SixWithFourTakenAsync();

        await Channel.BasicNackAsync(2, multiple: false, requeue: true);

        await ExpectAsync(queue, "2*", "5", "6");
    }

    [Test]
    public async Task Nack_multiple()
    {
        var queue = await SixWithFourTakenAsync();

        await Channel.BasicNackAsync(3, multiple: true, requeue: true);

        await ExpectAsync(queue, "1*", "2*", "3*", "5", "6");
    }

    [Test]
    public async Task Rejects_in_any_order()
    {
        var queue = await SixWithFourTakenAsync();

        foreach (var tag in new ulong[] { 3, 1, 4, 2 })
        {
            await Channel.BasicRejectAsync(tag, requeue: true);
        }

        await ExpectAsync(queue, "1*", "2*", "3*", "4*", "5", "6");
    }

    [Test]
    public async Task Behind_them_come_messages_published_meanwhile()
    {
        var queue = await SixWithFourTakenAsync();
        await FillAsync(queue, "7");

        await Channel.BasicNackAsync(0, multiple: true, requeue: true);

        await ExpectAsync(queue, "1*", "2*", "3*", "4*", "5", "6", "7");
    }

    [Test]
    public async Task The_end_of_a_channel()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4");
        await using (var channel = await OpenChannelAsync())
        {
            await channel.BasicGetAsync(queue, autoAck: false);
            await channel.BasicGetAsync(queue, autoAck: false);
        }

        await ExpectEventuallyAsync(queue, "1*", "2*", "3", "4");
    }

    [Test]
    public async Task A_second_requeue_leaves_the_flag()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");

        for (var delivery = 0; delivery < 3; delivery++)
        {
            var got = await GetAsync(queue, autoAck: false);
            await Channel.BasicRejectAsync(got.Tag, requeue: true);
        }

        await ExpectAsync(queue, "1*");
    }

    [Test]
    public async Task To_the_only_consumer_it_comes_again_with_a_new_number()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");
        var inbox = await ConsumeAsync(queue, autoAck: false);
        var first = await inbox.NextAsync();

        await Channel.BasicRejectAsync(first.Tag, requeue: true);

        var second = await inbox.NextAsync();
        Assert.That((second.Marked, second.Tag), Is.EqualTo(("1*", first.Tag + 1)));
    }

    [Test]
    public async Task Requeued_messages_go_before_others_to_a_consumer_with_a_window()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4");
        await Channel.BasicQosAsync(0, 2, global: false);
        var inbox = await ConsumeAsync(queue, autoAck: false);
        await inbox.TakeAsync(2);

        await Channel.BasicNackAsync(2, multiple: true, requeue: true);

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "1*", "2*" }));
    }

    private async Task<string> SixWithFourTakenAsync()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3", "4", "5", "6");
        for (var taken = 0; taken < 4; taken++)
        {
            await GetAsync(queue, autoAck: false);
        }

        return queue;
    }
}
