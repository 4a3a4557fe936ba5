using AmqpBroker.CrashTests.Support;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using AmqpBroker.TestKit.Wire;
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

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_that_fails_again_and_again_ends_whatever_restarts_meanwhile(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var client = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await client.PublishAsync(string.Empty, Quorum, ["poison", "good"], cancellationToken, isPersistent: false);
        }

        var counts = new List<object?>();
        for (var failed = 0; failed < 3; failed++)
        {
            await using (var client = await BrokerClient.ConnectAsync(broker, cancellationToken))
            {
                var got = await client.GetAsync(Quorum, autoAck: false, cancellationToken);
                counts.Add((got.BasicProperties.MessageId, got.Redelivered, got.BasicProperties.Headers?["x-delivery-count"]));
                await client.Channel.BasicRejectAsync(got.DeliveryTag, requeue: true, cancellationToken);

                // What is confirmed after it says that the rejection is written as well.
                await client.Channel.MessageCountAsync(Quorum, cancellationToken);
                await client.PublishAsync(string.Empty, Classic, [$"{failed}"], cancellationToken);
            }

            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var last = await BrokerClient.ConnectAsync(broker, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts, Is.EqualTo(new object[] { ("poison", false, 0L), ("poison", true, 1L), ("poison", true, 2L) }));
            Assert.That(await last.DrainAsync(Quorum, cancellationToken), Is.EqualTo(new[] { "good" }));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_socket_that_breaks_counts_as_a_failed_delivery(CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        await client.PublishAsync(string.Empty, Quorum, ["poison"], cancellationToken);
        for (var failed = 0; failed < 3; failed++)
        {
            await using (var raw = await RawAmqpClient.ConnectAsync(broker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken))
            {
                await raw.CallAsync<BasicGet, BasicGetOk>(1, new BasicGet(Quorum, NoAck: false), cancellationToken);
            }

            await Eventually.TrueAsync(
                async () => await client.Channel.MessageCountAsync(Quorum, cancellationToken) == (failed < 2 ? 1u : 0u), "it is back, or over", cancellationToken);
        }
    }

    private static async Task<BrokerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var broker = await BrokerProcess.StartAsync(cancellationToken: cancellationToken);
        try
        {
            await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
            await client.DeclareQueueAsync(Classic, cancellationToken);
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
