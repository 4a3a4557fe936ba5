using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Connections;

/// <summary>The official client comes back by itself when the broker does.</summary>
[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
public sealed class RecoveryTests
{
    [TestCase(true, Description = "stopped with SIGTERM")]
    [TestCase(false, Description = "killed with SIGKILL")]
    [CancelAfter(Deadline.Long)]
    public async Task A_consumer_goes_on_receiving_after_the_broker_was_restarted(bool orderly, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using var client = await TestClient.ConnectAsync(RecoveringFactory(broker), cancellationToken);
        var recovered = RecoveryOf(client);
        var (exchange, inbox) = await SubscribeAsync(client, cancellationToken);
        await client.PublishAsync(exchange, "key", "before", cancellationToken);
        var before = await inbox.NextAsync(cancellationToken);

        await (orderly ? broker.StopAsync(cancellationToken) : broker.KillAsync(cancellationToken));
        await broker.StartAgainAsync(cancellationToken);
        await recovered.WaitAsync(cancellationToken);
        await client.PublishAsync(exchange, "key", "after", cancellationToken);

        var after = await inbox.NextAsync(cancellationToken);
        Assert.That((before.Text, after.Text), Is.EqualTo(("before", "after")));
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Publisher_confirms_work_on_a_recovered_channel(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using var client = await TestClient.ConnectAsync(RecoveringFactory(broker), cancellationToken);
        var recovered = RecoveryOf(client);
        var queue = await client.DeclareSharedQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["lost with the broker"], cancellationToken);

        await broker.KillAsync(cancellationToken);
        await broker.StartAgainAsync(cancellationToken);
        await recovered.WaitAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, Enumerable.Range(0, 100).Select(n => $"{n}"), cancellationToken);

        Assert.That(await client.Channel.MessageCountAsync(queue, cancellationToken), Is.EqualTo(100));
    }

    private static ConnectionFactory RecoveringFactory(BrokerProcess broker)
    {
        var factory = TestClient.Factory(broker.Endpoint);
        factory.AutomaticRecoveryEnabled = true;
        factory.TopologyRecoveryEnabled = true;
        factory.NetworkRecoveryInterval = TimeSpan.FromMilliseconds(200);
        return factory;
    }

    private static Task RecoveryOf(TestClient client)
    {
        var recovered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Connection.RecoverySucceededAsync += (_, _) =>
        {
            recovered.TrySetResult();
            return Task.CompletedTask;
        };
        return recovered.Task;
    }

    private static async Task<(string Exchange, Inbox Inbox)> SubscribeAsync(
        TestClient client, CancellationToken cancellationToken)
    {
        var exchange = await client.DeclareExchangeAsync(ExchangeType.Direct, cancellationToken);
        var queue = await client.DeclareSharedQueueAsync(cancellationToken);
        await client.Channel.QueueBindAsync(queue, exchange, "key", cancellationToken: cancellationToken);
        var inbox = new Inbox(client.Channel) { EndsWithChannel = false };
        await client.Channel.BasicConsumeAsync(queue, autoAck: true, inbox, cancellationToken);
        return (exchange, inbox);
    }
}
