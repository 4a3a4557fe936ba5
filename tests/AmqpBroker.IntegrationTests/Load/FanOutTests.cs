using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Load;

[NonParallelizable]
public sealed class FanOutTests
{
    private const int Queues = 300;
    private const int Messages = 100;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Every_one_of_300_queues_gets_every_message_in_order(CancellationToken cancellationToken)
    {
        await using var publisher = await TestClient.ConnectAsync(cancellationToken);
        await using var subscriber = await TestClient.ConnectAsync(cancellationToken);
        var exchange = await publisher.DeclareExchangeAsync(ExchangeType.Fanout, cancellationToken);
        var inboxes = new List<Inbox>();
        for (var n = 0; n < Queues; n++)
        {
            var queue = await subscriber.DeclareBoundQueueAsync(exchange, string.Empty, cancellationToken);
            inboxes.Add(await subscriber.ConsumeAsync(queue, cancellationToken));
        }

        var expected = Enumerable.Range(0, Messages).Select(n => $"{n}").ToList();
        foreach (var text in expected)
        {
            await publisher.PublishAsync(exchange, string.Empty, text, cancellationToken);
        }

        foreach (var inbox in inboxes)
        {
            Assert.That(await inbox.TakeTextsAsync(Messages, cancellationToken), Is.EqualTo(expected));
        }
    }
}
