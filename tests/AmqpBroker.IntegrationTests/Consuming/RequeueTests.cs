using System.Text;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Consuming;

/// <summary>Requeued messages return to their original place. A star marks those that come redelivered.</summary>
public sealed class RequeueTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task One_requeued_message_comes_before_those_never_delivered(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var (queue, tags) = await GetFourOfSixAsync(client, cancellationToken);

        await client.Channel.BasicNackAsync(tags[1], multiple: false, requeue: true, cancellationToken);

        await AssertReadyAsync(client, queue, "2* 5 6", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_multiple_nack_requeues_all_up_to_its_tag(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var (queue, tags) = await GetFourOfSixAsync(client, cancellationToken);

        await client.Channel.BasicNackAsync(tags[2], multiple: true, requeue: true, cancellationToken);

        await AssertReadyAsync(client, queue, "1* 2* 3* 5 6", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_order_of_the_rejects_does_not_matter(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var (queue, tags) = await GetFourOfSixAsync(client, cancellationToken);

        foreach (var position in new[] { 2, 0, 3, 1 })
        {
            await client.Channel.BasicRejectAsync(tags[position], requeue: true, cancellationToken);
        }

        await AssertReadyAsync(client, queue, "1* 2* 3* 4* 5 6", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Messages_of_a_closed_channel_return_before_newer_ones(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3", "4"], cancellationToken);
        var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        await channel.BasicGetAsync(queue, autoAck: false, cancellationToken);
        await client.PublishToQueueAsync(queue, ["new"], cancellationToken);

        await channel.CloseAsync(cancellationToken);

        await AssertReadyAsync(client, queue, "1* 2* 3 4 new", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_requeued_message_goes_back_to_its_only_consumer_with_a_new_tag(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var inbox = new Inbox(client.Channel);
        await client.Channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);
        await client.PublishToQueueAsync(queue, ["again"], cancellationToken);
        var first = await inbox.NextAsync(cancellationToken);

        await client.Channel.BasicRejectAsync(first.Tag, requeue: true, cancellationToken);

        var second = await inbox.NextAsync(cancellationToken);
        Assert.That((second.Text, second.Redelivered, second.Tag), Is.EqualTo(("again", true, 2ul)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Unacknowledged_messages_survive_a_purge(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var (queue, tags) = await GetFourOfSixAsync(client, cancellationToken);

        var purged = await client.Channel.QueuePurgeAsync(queue, cancellationToken);
        await client.Channel.BasicNackAsync(tags[3], multiple: true, requeue: true, cancellationToken);

        Assert.That(purged, Is.EqualTo(2));
        await AssertReadyAsync(client, queue, "1* 2* 3* 4*", cancellationToken);
    }

    private static async Task<(string Queue, ulong[] Tags)> GetFourOfSixAsync(
        TestClient client, CancellationToken cancellationToken)
    {
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3", "4", "5", "6"], cancellationToken);
        var tags = new ulong[4];
        for (var n = 0; n < tags.Length; n++)
        {
            tags[n] = (await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken))!.DeliveryTag;
        }

        return (queue, tags);
    }

    private static async Task AssertReadyAsync(
        TestClient client, string queue, string expected, CancellationToken cancellationToken)
    {
        var seen = new List<string>();
        while (await client.Channel.BasicGetAsync(queue, autoAck: true, cancellationToken) is { } message)
        {
            seen.Add(Encoding.UTF8.GetString(message.Body.Span) + (message.Redelivered ? "*" : string.Empty));
        }

        Assert.That(string.Join(' ', seen), Is.EqualTo(expected));
    }
}
