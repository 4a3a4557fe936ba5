using System.Text;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Consuming;

public sealed class BasicGetTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_empty_queue_gives_nothing(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);

        Assert.That(await client.Channel.BasicGetAsync(queue, autoAck: true, cancellationToken), Is.Null);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_got_message_tells_how_many_are_left(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2", "3"], cancellationToken);

        var got = await client.Channel.BasicGetAsync(queue, autoAck: false, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Encoding.UTF8.GetString(got!.Body.Span), Is.EqualTo("1"));
            Assert.That(got.MessageCount, Is.EqualTo(2));
            Assert.That(got.DeliveryTag, Is.EqualTo(1));
            Assert.That(got.Redelivered, Is.False);
            Assert.That(got.RoutingKey, Is.EqualTo(queue));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_unacknowledged_message_comes_back_when_its_channel_closes(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["1", "2"], cancellationToken);
        var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.BasicGetAsync(queue, autoAck: false, cancellationToken);

        await channel.CloseAsync(cancellationToken);

        var again = await client.Channel.BasicGetAsync(queue, autoAck: true, cancellationToken);
        var next = await client.Channel.BasicGetAsync(queue, autoAck: true, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((Encoding.UTF8.GetString(again!.Body.Span), again.Redelivered), Is.EqualTo(("1", true)));
            Assert.That((Encoding.UTF8.GetString(next!.Body.Span), next.Redelivered), Is.EqualTo(("2", false)));
        }
    }
}
