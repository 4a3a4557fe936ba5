using System.Globalization;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Load;

[NonParallelizable]
public sealed class OrderUnderRequeueTests
{
    private const int Messages = 50_000;
    private const int PublishBatch = 2_000;
    private const int Prefetch = 50;

    /// <summary>Settling and delivering cross on the wire, so more than one prefetch may be under way.</summary>
    private const int MostOvertaking = 20 * Prefetch;

    private const int Seed = 20_260_101;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Messages_keep_their_places_while_a_consumer_requeues_at_random(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await PublishAllAsync(client, queue, cancellationToken);
        var history = new RequeueHistory(Messages, MostOvertaking);
        await using var channel = await client.OpenChannelAsync(cancellationToken);
        await channel.BasicQosAsync(prefetchSize: 0, Prefetch, global: false, cancellationToken);
        var inbox = new Inbox(channel);
        await channel.BasicConsumeAsync(queue, autoAck: false, inbox, cancellationToken);

        await ConsumeAllAsync(channel, inbox, history, cancellationToken);

        TestContext.Out.WriteLine($"Seed {Seed}: {history.Requeued} requeued.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.Faults, Is.Empty);
            Assert.That(history.Acknowledged, Is.EqualTo(Messages));
            Assert.That(await client.Channel.MessageCountAsync(queue, cancellationToken), Is.Zero);
            Assert.That(inbox.IsEmpty);
        }
    }

    private static async Task PublishAllAsync(TestClient client, string queue, CancellationToken cancellationToken)
    {
        foreach (var batch in Enumerable.Range(0, Messages).Chunk(PublishBatch))
        {
            await client.PublishToQueueAsync(queue, batch.Select(n => $"{n}"), cancellationToken);
        }
    }

    /// <summary>Acknowledges three of four deliveries and requeues the fourth, until each message was acknowledged.</summary>
    private static async Task ConsumeAllAsync(
        IChannel channel, Inbox inbox, RequeueHistory history, CancellationToken cancellationToken)
    {
        var random = new Random(Seed);
        while (history.Acknowledged < Messages)
        {
            var delivery = await inbox.NextAsync(cancellationToken);
            var number = int.Parse(delivery.Text, CultureInfo.InvariantCulture);
            history.Delivered(number, delivery.Redelivered);
            if (random.Next(4) == 0)
            {
                history.Requeue(number);
                await channel.BasicNackAsync(delivery.Tag, multiple: false, requeue: true, cancellationToken);
            }
            else
            {
                history.Acknowledge(number);
                await channel.BasicAckAsync(delivery.Tag, multiple: false, cancellationToken);
            }
        }
    }
}
