using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

/// <summary>What deduplicating exchanges and queues know of duplicates, over a restart.</summary>
public sealed class DeduplicationRestartTests
{
    private const string QueueName = "queue";
    private const string Exchange = "deduplicating";

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_confirmed_message_does_not_come_twice([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync(QueueName, cancellationToken);
            var arguments = new Dictionary<string, object?> { ["x-cache-size"] = 100 };
            await before.Channel.ExchangeDeclareAsync(
                Exchange, "x-message-deduplication", durable: true, autoDelete: false, arguments, cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync(QueueName, Exchange, string.Empty, cancellationToken: cancellationToken);
            await PublishAsync(before, "taken", cancellationToken);
            Assert.That(await before.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["taken"]));
            await PublishAsync(before, "waiting", cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        await PublishAsync(client, "taken", cancellationToken);
        await PublishAsync(client, "waiting", cancellationToken);
        await PublishAsync(client, "new", cancellationToken);

        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["waiting", "new"]));
    }

    private static async Task PublishAsync(BrokerClient client, string id, CancellationToken cancellationToken)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            MessageId = id,
            Headers = new Dictionary<string, object?> { ["x-deduplication-header"] = id },
        };
        await client.Channel.BasicPublishAsync(Exchange, "key", mandatory: false, properties, new byte[100], cancellationToken);
    }
}
