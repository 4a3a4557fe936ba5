using System.Globalization;
using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.CrashTests.Restarts;

/// <summary>A backlog several times as large as the memory it may take.</summary>
public sealed class BacklogRestartTests
{
    private const string QueueName = "backlog";
    private const int Messages = 3000;
    private const int BodyLength = 20_000;
    private const int MemoryLimit = 16 << 20;

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_backlog_larger_than_memory_survives_in_order([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, $"--Storage:MemoryLimit={MemoryLimit}");
        await using (var before = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await before.DeclareQueueAsync(QueueName, cancellationToken);
            await FillAsync(before, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await using var client = await BrokerClient.ConnectAsync(broker, cancellationToken);
        Assert.That(await client.Channel.MessageCountAsync(QueueName, cancellationToken), Is.EqualTo(Messages));
        Assert.That(PagesOf(broker).Sum(file => file.Length), Is.GreaterThan((Messages * BodyLength) - (2 * MemoryLimit)), "bytes on disk for lack of memory");
        Assert.That(await DrainAsync(client, cancellationToken), Is.EqualTo(Enumerable.Range(0, Messages)));
    }

    private static FileInfo[] PagesOf(BrokerProcess broker) => new DirectoryInfo(Path.Combine(broker.DataDirectory, "pages")).GetFiles();

    private static async Task FillAsync(BrokerClient client, CancellationToken cancellationToken)
    {
        var confirms = new List<Task>();
        for (var number = 0; number < Messages; number++)
        {
            var properties = new BasicProperties { Persistent = true, MessageId = number.ToString(CultureInfo.InvariantCulture) };
            confirms.Add(client.Channel.BasicPublishAsync(
                string.Empty, QueueName, mandatory: true, properties, BodyOf(number), cancellationToken).AsTask());
        }

        await Task.WhenAll(confirms);
    }

    private static async Task<List<int>> DrainAsync(BrokerClient client, CancellationToken cancellationToken)
    {
        var numbers = new List<int>();
        var isDrained = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(client.Channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var number = int.Parse(delivery.BasicProperties.MessageId!, CultureInfo.InvariantCulture);
            Assert.That(delivery.Body.Span.SequenceEqual(BodyOf(number)), $"body of message {number}");
            numbers.Add(number);
            if (numbers.Count == Messages)
            {
                isDrained.SetResult();
            }

            return Task.CompletedTask;
        };
        await client.Channel.BasicConsumeAsync(QueueName, autoAck: true, consumer, cancellationToken);
        await isDrained.Task.WaitAsync(cancellationToken);
        return numbers;
    }

    private static byte[] BodyOf(int number)
    {
        var body = new byte[BodyLength];
        new Random(number).NextBytes(body);
        return body;
    }
}
