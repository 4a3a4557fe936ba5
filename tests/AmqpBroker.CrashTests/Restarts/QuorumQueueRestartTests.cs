using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

/// <summary>What a quorum queue keeps over a restart.</summary>
public sealed class QuorumQueueRestartTests
{
    private const string Classic = "classic";
    private const string Quorum = "quorum";

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Every_message_survives_in_order_and_in_a_classic_queue_beside_it_persistent_ones_only(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync(Classic, cancellationToken);
            await before.Channel.QueueBindAsync(Classic, "amq.fanout", string.Empty, cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync(Quorum, "amq.fanout", string.Empty, cancellationToken: cancellationToken);
            for (var i = 0; i < 100; i++)
            {
                await before.PublishAsync("amq.fanout", string.Empty, [$"{i}"], cancellationToken, isPersistent: i % 3 == 0);
            }
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        var first = await client.GetAsync(Quorum, autoAck: true, cancellationToken);
        var second = await client.GetAsync(Quorum, autoAck: true, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.BasicProperties.DeliveryMode, second.BasicProperties.DeliveryMode), Is.EqualTo((DeliveryModes.Persistent, DeliveryModes.Transient)));
            Assert.That(await client.DrainAsync(Quorum, cancellationToken), Is.EqualTo(Enumerable.Range(2, 98).Select(i => $"{i}")));
            Assert.That(await client.DrainAsync(Classic, cancellationToken), Is.EqualTo(Enumerable.Range(0, 34).Select(i => $"{3 * i}")));
        }
    }

    private static async Task<BrokerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var broker = await BrokerProcess.StartAsync(cancellationToken: cancellationToken);
        try
        {
            await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
            await client.Channel.QueueDeclareAsync(
                Quorum,
                durable: true,
                exclusive: false,
                autoDelete: false,
                new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-delivery-limit"] = 2 },
                cancellationToken: cancellationToken);
            return broker;
        }
        catch
        {
            await broker.DisposeAsync();
            throw;
        }
    }
}
