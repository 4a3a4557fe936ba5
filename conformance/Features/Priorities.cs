using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>The argument x-max-priority, and the property priority.</summary>
public sealed class Priorities : FeatureRules
{
    [Test]
    public async Task Higher_ones_go_first()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));

        await FillByPriorityAsync(queue, 1, 5, 3, 9, 0);

        await ExpectAsync(queue, "9", "5", "3", "1", "0");
    }

    [Test]
    public async Task Equal_ones_go_in_order()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));

        foreach (var text in new[] { "a", "b", "c" })
        {
            await PublishAsync(string.Empty, queue, text, new BasicProperties { Priority = 5 });
        }

        await ExpectAsync(queue, "a", "b", "c");
    }

    [Test]
    public async Task None_is_the_lowest()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));

        await FillAsync(queue, "none");
        await FillByPriorityAsync(queue, 1, 0);

        await ExpectAsync(queue, "1", "none", "0");
    }

    [Test]
    public async Task Above_the_maximum_are_the_maximum()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 5));

        await FillByPriorityAsync(queue, 5, 200, 4, 6);

        await ExpectAsync(queue, "5", "200", "6", "4");
    }

    [Test]
    public async Task Above_the_maximum_stay_on_the_message()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 5));

        await FillByPriorityAsync(queue, 200);

        Assert.That((await GetAsync(queue)).Properties.Priority, Is.EqualTo(200));
    }

    [Test]
    public async Task Do_not_matter_without_the_argument()
    {
        var queue = await QueueAsync();

        await FillByPriorityAsync(queue, 1, 5, 3);

        await ExpectAsync(queue, "1", "5", "3");
    }

    [Test]
    public async Task Do_not_matter_with_a_maximum_of_0()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 0));

        await FillByPriorityAsync(queue, 1, 5, 3);

        await ExpectAsync(queue, "1", "5", "3");
    }

    [Test]
    public async Task Place_a_requeued_message_where_it_was()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));
        await FillByPriorityAsync(queue, 1, 2, 3);
        var got = await GetAsync(queue, autoAck: false);

        await Channel.BasicRejectAsync(got.Tag, requeue: true);

        await ExpectAsync(queue, "3*", "2", "1");
    }

    [Test]
    public async Task Place_a_requeued_message_behind_a_higher_one()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));
        await FillByPriorityAsync(queue, 1);
        var got = await GetAsync(queue, autoAck: false);
        await FillByPriorityAsync(queue, 2);

        await Channel.BasicRejectAsync(got.Tag, requeue: true);

        await ExpectAsync(queue, "2", "1*");
    }

    [Test]
    public async Task Hold_for_consumers_too()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));
        await FillByPriorityAsync(queue, 1, 3, 2);

        var inbox = await ConsumeAsync(queue);

        Assert.That(await inbox.TakeAsync(3), Is.EqualTo(new[] { "3", "2", "1" }));
    }

    [Test]
    public async Task Let_a_lower_message_expire_before_it_comes_to_the_head()
    {
        var queue = await QueueAsync("q", ("x-max-priority", 10));
        var witness = await QueueAsync("witness");
        await PublishAsync(string.Empty, queue, "high", new BasicProperties { Priority = 9 });

        await PublishAsync(string.Empty, queue, "low", new BasicProperties { Priority = 1, Expiration = "50" });

        await PublishAsync(string.Empty, witness, "low", new BasicProperties { Expiration = "50" });
        await ExpectCountAsync(witness, 0);
        await ExpectAsync(queue, "high");
    }

    private async Task FillByPriorityAsync(string queue, params byte[] priorities)
    {
        foreach (var priority in priorities)
        {
            await PublishAsync(string.Empty, queue, $"{priority}", new BasicProperties { Priority = priority });
        }
    }
}
