using System.Diagnostics;
using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

public sealed class MessageRestartTests
{
    private const string QueueName = "queue";

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Persistent_messages_survive_in_order_and_transient_ones_do_not(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            for (var i = 0; i < 100; i++)
            {
                await before.PublishAsync(string.Empty, QueueName, [$"{i}"], cancellationToken, isPersistent: i % 3 != 0);
            }
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        var persistent = Enumerable.Range(0, 100).Where(i => i % 3 != 0).Select(i => $"{i}");
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(persistent));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Properties_and_body_come_back_as_they_were([Values] Ending ending, CancellationToken cancellationToken)
    {
        var body = Enumerable.Range(0, 10_000).Select(i => (byte)(i * 31)).ToArray();
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.Channel.BasicPublishAsync(
                string.Empty, QueueName, mandatory: true, CreateProperties(), body, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        var got = await client.GetAsync(QueueName, autoAck: true, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Describe(got.BasicProperties), Is.EqualTo(Describe(CreateProperties())));
            Assert.That(got.RoutingKey, Is.EqualTo(QueueName));
            Assert.That(got.Redelivered, Is.False);
            Assert.That(got.Body.Span.SequenceEqual(body), "the body is the one published");
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_of_5_MiB_survives([Values] Ending ending, CancellationToken cancellationToken)
    {
        var body = new byte[5 * 1024 * 1024];
        new Random(5).NextBytes(body);
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            var properties = new BasicProperties { Persistent = true };
            await before.Channel.BasicPublishAsync(string.Empty, QueueName, mandatory: true, properties, body, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        var got = await client.GetAsync(QueueName, autoAck: true, cancellationToken);
        Assert.That(got.Body.Span.SequenceEqual(body), "the body is the one published");
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_delivered_and_not_acknowledged_comes_back_redelivered(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.PublishAsync(string.Empty, QueueName, ["1", "2", "3", "4", "5"], cancellationToken);
            await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["1*", "2*", "3", "4", "5"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_acknowledged_does_not_come_back([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.PublishAsync(string.Empty, QueueName, ["1", "2", "3", "4", "5"], cancellationToken);
            await before.GetAsync(QueueName, autoAck: true, cancellationToken);
            await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            var third = await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.Channel.BasicAckAsync(third.DeliveryTag, multiple: false, cancellationToken);
            var fourth = await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.Channel.BasicRejectAsync(fourth.DeliveryTag, requeue: false, cancellationToken);
            await WriteWhatWaitsAsync(before, cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["2*", "5", "written"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_purged_does_not_come_back([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.PublishAsync(string.Empty, QueueName, ["1", "2", "3"], cancellationToken);
            await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.Channel.QueuePurgeAsync(QueueName, cancellationToken);
            await WriteWhatWaitsAsync(before, cancellationToken);
            await broker.RestartAsync(ending, cancellationToken);
        }

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["1*", "written"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_requeued_and_purged_does_not_come_back([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.PublishAsync(string.Empty, QueueName, ["1", "2", "3"], cancellationToken);
            var first = await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.Channel.QueuePurgeAsync(QueueName, cancellationToken);
            await before.Channel.BasicNackAsync(first.DeliveryTag, multiple: false, requeue: true, cancellationToken);
            await before.Channel.QueuePurgeAsync(QueueName, cancellationToken);
            await WriteWhatWaitsAsync(before, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["written"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Deliveries_before_one_restart_flag_nothing_that_was_published_after_it(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var first = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await first.PublishAsync(string.Empty, QueueName, ["1", "2", "3"], cancellationToken, isPersistent: false);
            await first.DrainAsync(QueueName, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);
        await using (var second = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await second.PublishAsync(string.Empty, QueueName, ["4", "5"], cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["4", "5"]));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_message_in_two_queues_acknowledged_in_one_survives_in_the_other(
        [Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync("other", cancellationToken);
            await before.Channel.QueueBindAsync(QueueName, "amq.fanout", string.Empty, cancellationToken: cancellationToken);
            await before.Channel.QueueBindAsync("other", "amq.fanout", string.Empty, cancellationToken: cancellationToken);
            await before.PublishAsync("amq.fanout", string.Empty, ["1", "2"], cancellationToken);
            var first = await before.GetAsync(QueueName, autoAck: false, cancellationToken);
            await before.Channel.BasicAckAsync(first.DeliveryTag, multiple: false, cancellationToken);
            await WriteWhatWaitsAsync(before, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.DrainAsync(QueueName, cancellationToken), Is.EqualTo(["2", "written"]));
            Assert.That(await client.DrainAsync("other", cancellationToken), Is.EqualTo(["1", "2"]));
        }
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    [Category("Slow")]
    public async Task A_backlog_of_200_000_messages_is_there_after_a_kill(CancellationToken cancellationToken)
    {
        const int Count = 200_000;
        await using var broker = await StartAsync(cancellationToken);
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            var body = new byte[100];
            var properties = new BasicProperties { Persistent = true };
            var confirms = new List<Task>(Count);
            for (var i = 0; i < Count; i++)
            {
                confirms.Add(before.Channel.BasicPublishAsync(
                    string.Empty, QueueName, mandatory: false, properties, body, cancellationToken).AsTask());
            }

            await Task.WhenAll(confirms);
        }

        await broker.KillAsync(cancellationToken);
        var killed = Stopwatch.GetTimestamp();
        await broker.StartAgainAsync(cancellationToken);
        var restart = Stopwatch.GetElapsedTime(killed);

        await TestContext.Progress.WriteLineAsync($"Restart with {Count} persistent messages: {restart.TotalSeconds:F2} s");
        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.Channel.MessageCountAsync(QueueName, cancellationToken), Is.EqualTo(Count));
    }

    private static async Task<BrokerProcess> StartAsync(CancellationToken cancellationToken)
    {
        var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        await client.DeclareQueueAsync(QueueName, cancellationToken);
        return broker;
    }

    /// <summary>Acknowledgements are not confirmed; a message confirmed after them says that they are written as well.</summary>
    private static async Task WriteWhatWaitsAsync(BrokerClient client, CancellationToken cancellationToken)
    {
        await client.Channel.MessageCountAsync(QueueName, cancellationToken);
        await client.PublishAsync(string.Empty, QueueName, ["written"], cancellationToken);
    }

    private static BasicProperties CreateProperties() => new()
    {
        Persistent = true,
        ContentType = "application/json",
        ContentEncoding = "gzip",
        CorrelationId = "correlation",
        ReplyTo = "answers",
        MessageId = "id",
        Type = "type",
        UserId = "guest",
        AppId = "application",
        Priority = 3,
        Timestamp = new AmqpTimestamp(1_700_000_000),
        Headers = new Dictionary<string, object?> { ["count"] = 42L, ["none"] = null, ["flag"] = true },
    };

    private static string Describe(IReadOnlyBasicProperties properties) => string.Join(
        ' ',
        properties.DeliveryMode,
        properties.ContentType,
        properties.ContentEncoding,
        properties.CorrelationId,
        properties.ReplyTo,
        properties.MessageId,
        properties.Type,
        properties.UserId,
        properties.AppId,
        properties.Priority,
        properties.Timestamp,
        string.Join(
            ',',
            properties.Headers!.Where(IsPublished).OrderBy(header => header.Key).Select(header => $"{header.Key}={header.Value}")));

    /// <summary>The client adds a header of its own where it waits for confirms.</summary>
    private static bool IsPublished(KeyValuePair<string, object?> header) =>
        !header.Key.StartsWith("x-dotnet-", StringComparison.Ordinal);
}
