using System.Globalization;
using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Load;

/// <summary>A transient backlog several times as large as the memory it may take.</summary>
[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
[NonParallelizable]
public sealed class BacklogTests
{
    private const int Messages = 4000;
    private const int BodyLength = 20_000;

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Getting_and_consuming_find_every_message_in_order_though_most_are_on_disk(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, "--Storage:MemoryLimit=16MiB");
        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await Task.WhenAll(Enumerable.Range(0, Messages).Select(number => client.Channel.BasicPublishAsync(
            string.Empty, queue, mandatory: true, BodyOf(number), cancellationToken).AsTask()));
        var pages = new DirectoryInfo(Path.Combine(broker.DataDirectory, "pages"));
        await Eventually.TrueAsync(
            () => pages.GetFiles().Sum(file => file.Length) > Messages * BodyLength / 2, "most to be on disk", cancellationToken);

        // Nobody consumed: all of it may be on disk, the first message too.
        for (var number = 0; number < 100; number++)
        {
            var got = await client.Channel.BasicGetAsync(queue, autoAck: true, cancellationToken);
            Assert.That(got?.Body.ToArray(), Is.EqualTo(BodyOf(number)), $"body of message {number}");
        }

        var inbox = await client.ConsumeAsync(queue, cancellationToken);
        for (var number = 100; number < Messages; number++)
        {
            var received = await inbox.NextAsync(cancellationToken);
            Assert.That(received.Body.AsSpan().SequenceEqual(BodyOf(number)), $"body of message {number}");
        }

        await Eventually.TrueAsync(() => pages.GetFiles().Length == 0, "the page files to go", cancellationToken);
    }

    private static byte[] BodyOf(int number)
    {
        var body = new byte[BodyLength];
        body.AsSpan().Fill((byte)(number * 7));
        Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture), body);
        return body;
    }
}
