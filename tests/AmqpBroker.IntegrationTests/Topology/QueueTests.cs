using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Topology;

public sealed class QueueTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_makes_a_name_for_a_queue_without_one(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        var queue = await client.Channel.QueueDeclareAsync(cancellationToken: cancellationToken);

        Assert.That(queue.QueueName, Does.Match("^amq\\.gen-[A-Za-z0-9_-]{22}$"));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_exclusive_queue_goes_with_its_connection(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var owner = await TestClient.ConnectAsync(cancellationToken);
        var queue = await owner.DeclareQueueAsync(cancellationToken);

        await owner.DisposeAsync();

        // At once, without waiting: the broker answers close-ok after it has deleted the queue.
        await ClosingReason.OfAsync(
            channel => channel.QueueDeclarePassiveAsync(queue, cancellationToken),
            404,
            $"NOT_FOUND - no queue '{queue}' in vhost '/'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_exclusive_queue_takes_messages_from_other_connections(CancellationToken cancellationToken)
    {
        await using var owner = await TestClient.ConnectAsync(cancellationToken);
        await using var other = await TestClient.ConnectAsync(cancellationToken);
        var queue = await owner.DeclareQueueAsync(cancellationToken);

        await other.PublishToQueueAsync(queue, ["from outside"], cancellationToken);

        Assert.That(await owner.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "from outside" }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_auto_delete_queue_goes_with_its_last_consumer(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareSharedQueueAsync(cancellationToken);
        var first = await client.Channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(client.Channel), cancellationToken);
        var second = await client.Channel.BasicConsumeAsync(queue, autoAck: true, new Inbox(client.Channel), cancellationToken);
        await client.Channel.BasicCancelAsync(first, cancellationToken: cancellationToken);
        var stillThere = await client.Channel.QueueDeclarePassiveAsync(queue, cancellationToken);

        await client.Channel.BasicCancelAsync(second, cancellationToken: cancellationToken);

        Assert.That(stillThere.ConsumerCount, Is.EqualTo(1));
        await ClosingReason.OfAsync(
            channel => channel.QueueDeclarePassiveAsync(queue, cancellationToken),
            404,
            $"NOT_FOUND - no queue '{queue}' in vhost '/'",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_passive_declare_counts_ready_messages_and_consumers(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3"], cancellationToken);
        await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);

        var declared = await client.Channel.QueueDeclarePassiveAsync(queue, cancellationToken);

        Assert.That((declared.MessageCount, declared.ConsumerCount), Is.EqualTo((2u, 0u)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Purge_and_delete_tell_how_many_messages_they_removed(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3"], cancellationToken);

        var purged = await client.Channel.QueuePurgeAsync(queue, cancellationToken);
        await client.PublishToQueueAsync(queue, ["4", "5"], cancellationToken);
        var deleted = await client.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        var deletedAgain = await client.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);

        Assert.That((purged, deleted, deletedAgain), Is.EqualTo((3u, 2u, 0u)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_with_messages_is_not_deleted_if_it_must_be_empty(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1"], cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: true, cancellationToken),
            406,
            $"PRECONDITION_FAILED - queue '{queue}' in vhost '/' not empty",
            client,
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_queue_with_consumers_is_not_deleted_if_it_must_be_unused(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.ConsumeAsync(queue, cancellationToken);

        await ClosingReason.OfAsync(
            channel => channel.QueueDeleteAsync(queue, ifUnused: true, ifEmpty: false, cancellationToken),
            406,
            $"PRECONDITION_FAILED - queue '{queue}' in vhost '/' in use",
            client,
            cancellationToken);
    }
}
