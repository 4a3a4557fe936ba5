using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Consuming;

public sealed class PrefetchTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_consumer_holds_no_more_than_its_prefetch(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await FilledQueueAsync(client, cancellationToken);

        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 3, global: false, cancellationToken);
        var inbox = await ConsumeAsync(client.Channel, queue, cancellationToken);

        var held = await inbox.TakeAsync(3, cancellationToken);
        await client.WaitForReadyAsync(queue, 7, cancellationToken);
        Assert.That(inbox.IsEmpty);

        await client.Channel.BasicAckAsync(held[1].Tag, multiple: true, cancellationToken);

        await inbox.TakeAsync(2, cancellationToken);
        await client.WaitForReadyAsync(queue, 5, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Each_consumer_of_a_channel_has_a_window_of_its_own(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await FilledQueueAsync(client, cancellationToken);

        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 2, global: false, cancellationToken);
        var first = await ConsumeAsync(client.Channel, queue, cancellationToken);
        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 4, global: false, cancellationToken);
        var second = await ConsumeAsync(client.Channel, queue, cancellationToken);

        await first.TakeAsync(2, cancellationToken);
        await second.TakeAsync(4, cancellationToken);
        await client.WaitForReadyAsync(queue, 4, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_global_prefetch_limits_the_channel_as_a_whole(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await FilledQueueAsync(client, cancellationToken);

        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 4, global: false, cancellationToken);
        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 6, global: true, cancellationToken);
        var first = await ConsumeAsync(client.Channel, queue, cancellationToken);
        var firstHeld = await first.TakeAsync(4, cancellationToken);
        var second = await ConsumeAsync(client.Channel, queue, cancellationToken);
        await second.TakeAsync(2, cancellationToken);
        await client.WaitForReadyAsync(queue, 4, cancellationToken);

        await client.Channel.BasicAckAsync(firstHeld[^1].Tag, multiple: true, cancellationToken);

        await client.WaitForReadyAsync(queue, 0, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_consumer_without_acknowledgements_has_no_limit(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await FilledQueueAsync(client, cancellationToken);

        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 1, global: false, cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);

        Assert.That(await inbox.TakeAsync(10, cancellationToken), Has.Count.EqualTo(10));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Got_messages_do_not_use_up_the_prefetch(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await FilledQueueAsync(client, cancellationToken);

        await client.Channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 2, global: false, cancellationToken);
        await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        var inbox = await ConsumeAsync(client.Channel, queue, cancellationToken);

        Assert.That(await inbox.TakeTextsAsync(2, cancellationToken), Is.EqualTo(new[] { "2", "3" }));
    }

    /// <summary>A queue with the ten messages "0" to "9".</summary>
    private static async Task<string> FilledQueueAsync(TestClient client, CancellationToken cancellationToken)
    {
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, Enumerable.Range(0, 10).Select(n => $"{n}"), cancellationToken);
        return queue;
    }

    private static async Task<Inbox> ConsumeAsync(IChannel channel, string queue, CancellationToken cancellationToken)
    {
        var inbox = new Inbox(channel);
        await channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);
        return inbox;
    }
}
