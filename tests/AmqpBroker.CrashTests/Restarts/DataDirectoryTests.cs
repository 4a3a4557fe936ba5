using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

public sealed class DataDirectoryTests
{
    private const string QueueName = "queue";
    private const int FewFiles = 4;

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_second_broker_refuses_a_directory_in_use_in_one_line(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);

        var (exitCode, output) = await BrokerProcess.FailToStartAsync(
            FreePort.Next(), cancellationToken, $"--Storage:DataDirectory={broker.DataDirectory}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output.Trim().Split('\n'), Has.Length.EqualTo(1), output);
            Assert.That(output, Does.Contain(broker.DataDirectory).And.Contain($"{broker.ProcessId}"));
        }
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    [Category("Slow")]
    public async Task An_emptied_broker_holds_few_files([Values] Ending ending, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await using (var client = await BrokerClient.ConnectAsync(broker, cancellationToken))
        {
            await client.DeclareQueueAsync(QueueName, cancellationToken);
            await PublishAsync(client, messages: 1_600, cancellationToken);
            Assert.That(CountFiles(broker), Is.GreaterThan(FewFiles), "what lives needs them");

            await AcknowledgeAllAsync(client, cancellationToken);
            await WaitForFewFilesAsync(broker, cancellationToken);
        }

        await broker.RestartAsync(ending, cancellationToken);

        await WaitForFewFilesAsync(broker, cancellationToken);
    }

    private static Task WaitForFewFilesAsync(BrokerProcess broker, CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => CountFiles(broker) <= FewFiles, $"at most {FewFiles} files", cancellationToken);

    private static int CountFiles(BrokerProcess broker) =>
        Directory.GetFiles(Path.Combine(broker.DataDirectory, "messages")).Length;

    private static async Task PublishAsync(BrokerClient client, int messages, CancellationToken cancellationToken)
    {
        var body = new byte[256 * 1024];
        var properties = new BasicProperties { Persistent = true };
        var confirms = new List<Task>(messages);
        for (var i = 0; i < messages; i++)
        {
            confirms.Add(client.Channel.BasicPublishAsync(
                string.Empty, QueueName, mandatory: false, properties, body, cancellationToken).AsTask());
        }

        await Task.WhenAll(confirms);
    }

    private static async Task AcknowledgeAllAsync(BrokerClient client, CancellationToken cancellationToken)
    {
        while (await client.Channel.BasicGetAsync(QueueName, autoAck: false, cancellationToken) is { } got)
        {
            await client.Channel.BasicAckAsync(got.DeliveryTag, multiple: false, cancellationToken);
        }
    }
}
