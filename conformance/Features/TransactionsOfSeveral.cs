using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.ConformanceTests.Features;

/// <summary>What a transaction does to several messages and queues.</summary>
public sealed class TransactionsOfSeveral : FeatureRules
{
    [Test]
    public async Task Messages_appear_together_at_commit()
    {
        var a = await QueueAsync("a");
        var b = await QueueAsync("b");
        await using var channel = await BeginAsync();
        await channel.BasicPublishAsync(string.Empty, a, "1"u8.ToArray());
        await channel.BasicPublishAsync(string.Empty, b, "2"u8.ToArray());
        await channel.BasicPublishAsync(string.Empty, a, "3"u8.ToArray());
        await ExpectAsync(a);
        await ExpectAsync(b);

        await channel.TxCommitAsync();

        await ExpectAsync(a, "1", "3");
        await ExpectAsync(b, "2");
    }

    [Test]
    public async Task A_consumer_sees_nothing_before_commit()
    {
        var queue = await QueueAsync();
        var inbox = await ConsumeAsync(queue);
        await using var channel = await BeginAsync();
        await channel.BasicPublishAsync(string.Empty, queue, "held"u8.ToArray());
        await FillAsync(queue, "first");

        await channel.TxCommitAsync();

        Assert.That(await inbox.TakeAsync(2), Is.EqualTo(new[] { "first", "held" }));
    }

    [Test]
    public async Task Acks_and_publishes_are_committed_together()
    {
        var source = await QueueAsync("source");
        var target = await QueueAsync("target");
        await FillAsync(source, "1");
        await using var channel = await BeginAsync();
        var got = (await channel.BasicGetAsync(source, autoAck: false))!;
        await channel.BasicPublishAsync(string.Empty, target, got.Body);
        await channel.BasicAckAsync(got.DeliveryTag, multiple: false);

        await channel.TxCommitAsync();

        await channel.CloseAsync();
        await ExpectAsync(source);
        await ExpectAsync(target, "1");
    }

    [Test]
    public async Task The_end_of_the_channel_undoes_everything()
    {
        var source = await QueueAsync("source");
        var target = await QueueAsync("target");
        await FillAsync(source, "1");
        await using (var channel = await BeginAsync())
        {
            var got = (await channel.BasicGetAsync(source, autoAck: false))!;
            await channel.BasicPublishAsync(string.Empty, target, got.Body);
            await channel.BasicAckAsync(got.DeliveryTag, multiple: false);
        }

        await ExpectEventuallyAsync(source, "1*");
        await ExpectAsync(target);
    }

    [Test]
    public async Task A_rejected_message_is_requeued_at_commit()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1");
        await using var channel = await BeginAsync();
        var got = (await channel.BasicGetAsync(queue, autoAck: false))!;
        await channel.BasicRejectAsync(got.DeliveryTag, requeue: true);
        await channel.BasicQosAsync(0, 0, global: false);
        await ExpectAsync(queue);

        await channel.TxCommitAsync();

        await ExpectEventuallyAsync(queue, "1*");
    }

    [Test]
    public async Task A_transaction_begins_anew_after_commit()
    {
        var queue = await QueueAsync();
        await using var channel = await BeginAsync();
        await channel.BasicPublishAsync(string.Empty, queue, "1"u8.ToArray());
        await channel.TxCommitAsync();

        await channel.BasicPublishAsync(string.Empty, queue, "2"u8.ToArray());
        await channel.TxRollbackAsync();

        await channel.TxCommitAsync();
        await ExpectAsync(queue, "1");
    }

    [Test]
    public async Task An_ack_of_everything_settles_what_came_before_it()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2", "3");
        await using var channel = await BeginAsync();
        await channel.BasicGetAsync(queue, autoAck: false);
        await channel.BasicGetAsync(queue, autoAck: false);
        await channel.BasicAckAsync(0, multiple: true);
        await channel.BasicGetAsync(queue, autoAck: false);

        await channel.TxCommitAsync();

        await channel.CloseAsync();
        await ExpectEventuallyAsync(queue, "3*");
    }

    [Test]
    public async Task Deliveries_come_without_commit()
    {
        var queue = await QueueAsync();
        await using var channel = await BeginAsync();
        var inbox = await ConsumeAsync(channel, queue);

        await FillAsync(queue, "1");

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "1" }));
    }

    [Test]
    public async Task An_uncommitted_ack_does_not_free_the_window()
    {
        var queue = await QueueAsync();
        await FillAsync(queue, "1", "2");
        await using var channel = await BeginAsync();
        await channel.BasicQosAsync(0, 1, global: false);
        var inbox = await ConsumeAsync(channel, queue, autoAck: false);
        var held = await inbox.NextAsync();
        await channel.BasicAckAsync(held.Tag, multiple: false);
        await channel.QueueDeclarePassiveAsync(queue);
        Assert.That(inbox.IsEmpty);

        await channel.TxCommitAsync();

        Assert.That(await inbox.TakeAsync(1), Is.EqualTo(new[] { "2" }));
    }

    [Test]
    public async Task A_message_too_many_makes_the_commit_fail()
    {
        var queue = await QueueAsync("q", ("x-max-length", 0), ("x-overflow", "reject-publish"));

        await ExpectRefusalAsync(
            406,
            "PRECONDITION_FAILED - partial tx completion",
            async channel =>
            {
                await channel.TxSelectAsync();
                await channel.BasicPublishAsync(string.Empty, queue, "1"u8.ToArray());
                await channel.TxCommitAsync();
            });
    }

    private async Task<IChannel> BeginAsync()
    {
        var channel = await OpenChannelAsync();
        await channel.TxSelectAsync();
        return channel;
    }
}
