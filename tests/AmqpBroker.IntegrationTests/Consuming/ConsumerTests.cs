using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AmqpBroker.IntegrationTests.Consuming;

public sealed class ConsumerTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_consumer_is_told_when_its_queue_is_deleted(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        await using var other = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareSharedQueueAsync(cancellationToken);
        var inbox = new Inbox(client.Channel);
        var tag = await client.Channel.BasicConsumeAsync(queue, autoAck: true, inbox, cancellationToken);

        await other.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);

        Assert.That(await inbox.CancelledByBroker.WaitAsync(cancellationToken), Is.EqualTo(tag));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_cancelled_consumer_may_still_acknowledge_what_it_holds(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var inbox = new Inbox(client.Channel);
        var tag = await client.Channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);
        await client.PublishToQueueAsync(queue, ["held"], cancellationToken);
        var held = await inbox.NextAsync(cancellationToken);
        await client.Channel.BasicCancelAsync(tag, cancellationToken: cancellationToken);
        await client.PublishToQueueAsync(queue, ["after"], cancellationToken);

        await client.Channel.BasicAckAsync(held.Tag, multiple: false, cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "after" }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_makes_a_tag_for_a_consumer_without_one(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);

        var first = await client.Channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(client.Channel), cancellationToken);
        var second = await client.Channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(client.Channel), cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Does.Match("^amq\\.ctag-[A-Za-z0-9_-]{22}$"));
            Assert.That(second, Is.Not.EqualTo(first));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_exclusive_consumer_keeps_others_away(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.Channel.BasicConsumeAsync(
            queue, autoAck: true, string.Empty, noLocal: false, exclusive: true, arguments: null, new Inbox(client.Channel), cancellationToken);
        await using var channel = await client.OpenChannelAsync(cancellationToken);

        var refused = await Assert.ThrowsAsync<OperationInterruptedException>(
            async () => await channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(channel), cancellationToken));

        Assert.That(refused.ShutdownReason!.ReplyText, Is.EqualTo($"ACCESS_REFUSED - queue '{queue}' in vhost '/' in exclusive use"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_counts_its_consumers(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.ConsumeAsync(queue, cancellationToken);
        var tag = await client.Channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(client.Channel), cancellationToken);
        var both = await client.Channel.ConsumerCountAsync(queue, cancellationToken);

        await client.Channel.BasicCancelAsync(tag, cancellationToken: cancellationToken);

        var left = await client.Channel.ConsumerCountAsync(queue, cancellationToken);
        Assert.That((both, left), Is.EqualTo((2u, 1u)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_rejected_message_without_requeue_is_gone(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["rejected", "nacked", "kept"], cancellationToken);
        var first = await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        var second = await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);

        await client.Channel.BasicRejectAsync(first!.DeliveryTag, requeue: false, cancellationToken);
        await client.Channel.BasicNackAsync(second!.DeliveryTag, multiple: false, requeue: false, cancellationToken);

        Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "kept" }));
    }
}
