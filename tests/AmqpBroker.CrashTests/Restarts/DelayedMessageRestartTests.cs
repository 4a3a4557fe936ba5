using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

/// <summary>Messages that wait in a delayed-message exchange, over a restart.</summary>
public sealed class DelayedMessageRestartTests
{
    private const string QueueName = "queue";
    private const string Exchange = "delaying";
    private const int AfterTheRestart = 3_000;

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task They_keep_their_times([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        long due;
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync(QueueName, cancellationToken);
            var arguments = new Dictionary<string, object?> { ["x-delayed-type"] = "fanout" };
            await before.Channel.ExchangeDeclareAsync(
                Exchange, "x-delayed-message", durable: true, autoDelete: false, arguments, cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync(QueueName, Exchange, string.Empty, cancellationToken: cancellationToken);
            due = Environment.TickCount64 + AfterTheRestart;
            await PublishAsync(before, "later", AfterTheRestart, cancellationToken);
            await PublishAsync(before, "past", 1, cancellationToken);
            await PublishAsync(before, "transient", 1000, cancellationToken, isPersistent: false);
            await PublishAsync(before, "far", 3_600_000, cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        var ids = new List<string>();
        await Eventually.TrueAsync(
            async () =>
            {
                ids.AddRange(await client.DrainAsync(QueueName, cancellationToken));
                return ids.Contains("later");
            },
            "the message that was due after the restart",
            cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ids.Distinct(), Is.EqualTo(["past", "later"]), "at least once: the first may have gone on just before the end");
            Assert.That(Environment.TickCount64, Is.GreaterThanOrEqualTo(due), "not before its time");
        }
    }

    private static async Task PublishAsync(
        BrokerClient client, string id, int delay, CancellationToken cancellationToken, bool isPersistent = true)
    {
        var properties = new BasicProperties
        {
            Persistent = isPersistent,
            MessageId = id,
            Headers = new Dictionary<string, object?> { ["x-delay"] = delay },
        };
        await client.Channel.BasicPublishAsync(Exchange, "key", mandatory: true, properties, new byte[100], cancellationToken);
    }
}
