using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Tutorials;

public sealed class WorkQueueTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Tasks_go_to_the_workers_in_turn(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var first = await client.ConsumeAsync(queue, cancellationToken);
        var second = await client.ConsumeAsync(queue, cancellationToken);

        await client.PublishToQueueAsync(queue, ["1", "2", "3", "4", "5", "6"], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await first.TakeTextsAsync(3, cancellationToken), Is.EqualTo(new[] { "1", "3", "5" }));
            Assert.That(await second.TakeTextsAsync(3, cancellationToken), Is.EqualTo(new[] { "2", "4", "6" }));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_worker_that_is_busy_gets_nothing_while_another_is_free(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var (_, busy) = await StartWorkerAsync(client, queue, cancellationToken);
        await client.PublishToQueueAsync(queue, ["long"], cancellationToken);
        await busy.NextAsync(cancellationToken);
        var (freeChannel, free) = await StartWorkerAsync(client, queue, cancellationToken);

        await client.PublishToQueueAsync(queue, ["a", "b", "c", "d"], cancellationToken);

        foreach (var expected in new[] { "a", "b", "c", "d" })
        {
            var task = await free.NextAsync(cancellationToken);
            Assert.That(task.Text, Is.EqualTo(expected));
            await freeChannel.BasicAckAsync(task.Tag, multiple: false, cancellationToken);
        }

        Assert.That(busy.IsEmpty, "the busy worker may hold one task only");
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_task_of_a_worker_that_dies_goes_to_another(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = Unique.Name("tasks");
        await client.Channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        var dying = await TestClient.ConnectAsync(cancellationToken);
        var (_, lost) = await StartWorkerAsync(dying, queue, cancellationToken);
        await client.PublishToQueueAsync(queue, ["precious"], cancellationToken);
        await lost.NextAsync(cancellationToken);
        var (_, heir) = await StartWorkerAsync(client, queue, cancellationToken);

        await dying.DisposeAsync();

        var inherited = await heir.NextAsync(cancellationToken);
        await client.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(inherited.Text, Is.EqualTo("precious"));
            Assert.That(inherited.Redelivered);
        }
    }

    private static async Task<(IChannel Channel, Inbox Inbox)> StartWorkerAsync(
        TestClient client, string queue, CancellationToken cancellationToken)
    {
        var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.BasicQosAsync(prefetchSize: 0, prefetchCount: 1, global: false, cancellationToken);
        var inbox = new Inbox(channel);
        await channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);
        return (channel, inbox);
    }
}
