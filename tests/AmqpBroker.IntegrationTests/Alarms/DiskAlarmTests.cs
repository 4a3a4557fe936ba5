using System.Collections.Concurrent;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Alarms;

/// <summary>A broker on a disk of its own that runs low, or full.</summary>
[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
[NonParallelizable]
public sealed class DiskAlarmTests
{
    private const string QueueName = "kept";
    private const int Mebibyte = 1024 * 1024;

    [SetUp]
    public async Task NeedSmallDiskAsync()
    {
        if (await SmallDisk.WhyNotAsync(TestContext.CurrentContext.CancellationToken) is { } reason)
        {
            // Root may, unless something is wrong that nobody would notice in a test that is passed over.
            throw Environment.IsPrivilegedProcess ? new AssertionException(reason) : new IgnoreException(reason);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Publishers_wait_while_less_than_the_limit_is_free(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartOnSmallDiskAsync(500L * Mebibyte, cancellationToken, "--Storage:DiskFreeLimit=100MB");
        await using var publisher = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        await using var other = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var events = new BlockedEvents(publisher.Connection);
        var queue = await other.DeclareSharedQueueAsync(cancellationToken);
        await publisher.PublishAsync(string.Empty, queue, "before", cancellationToken);
        var ballast = Path.Combine(broker.DataDirectoryOnSmallDisk, "ballast");

        await FillAsync(ballast, until: 50 * Mebibyte, broker, cancellationToken);
        await Eventually.TrueAsync(() => broker.Output.Contains("Low on disk", StringComparison.Ordinal), "the alarm", cancellationToken);
        var publishing = publisher.PublishAsync(string.Empty, queue, "held", cancellationToken).AsTask();
        var reason = await events.NextAsync(cancellationToken);
        var drained = await other.DrainAsync(queue, cancellationToken);
        var wasHeld = !publishing.IsCompleted;
        File.Delete(ballast);
        var end = await events.NextAsync(cancellationToken);
        await publishing;

        Assert.That(
            (reason, string.Join(' ', drained), wasHeld, end, await other.GetTextAsync(queue, cancellationToken)),
            Is.EqualTo(("low on disk", "before", true, (string?)null, "held")));
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    [Category("Slow")]
    public async Task On_a_full_disk_nothing_unwritten_is_confirmed_and_consumers_make_space_again(CancellationToken cancellationToken)
    {
        const int messages = 1_000;
        await using var broker = await BrokerProcess.StartOnSmallDiskAsync(300L * Mebibyte, cancellationToken, "--Storage:DiskFreeLimit=0");
        await using var publisher = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        await using var other = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var events = new BlockedEvents(publisher.Connection);
        await publisher.Channel.QueueDeclareAsync(QueueName, durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        var confirmed = new ConcurrentDictionary<string, bool>();

        var publishing = Task.Run(() => PublishAsync(publisher.Channel, messages, confirmed, cancellationToken), cancellationToken);
        var reason = await events.NextAsync(cancellationToken);
        string[] confirmedBefore = [.. confirmed.Keys];
        using var image = new TempDirectory();
        broker.CopyDataTo(image.File("data"));
        await using (var second = await BrokerProcess.StartAsync(cancellationToken, $"--Storage:DataDirectory={image.File("data")}"))
        {
            Assert.That(await ReadIdsAsync(second, cancellationToken), Is.SupersetOf(confirmedBefore), "confirmed before the disk was full");
        }

        var inbox = new Inbox(other.Channel);
        await other.Channel.BasicQosAsync(0, 10, global: false, cancellationToken);
        await other.Channel.BasicConsumeAsync(QueueName, autoAck: false, inbox, cancellationToken);
        var received = new HashSet<string>(StringComparer.Ordinal);
        while (received.Count < messages)
        {
            var delivery = await inbox.NextAsync(cancellationToken);
            received.Add(delivery.Properties.MessageId!); // every message has one
            await other.Channel.BasicAckAsync(delivery.Tag, multiple: false, cancellationToken);
        }

        await publishing;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reason, Is.EqualTo("low on disk"));
            Assert.That(confirmedBefore, Is.Not.Empty.And.Length.LessThan(messages));
            Assert.That(confirmed, Has.Count.EqualTo(messages));
            Assert.That(await events.NextAsync(cancellationToken), Is.Null);
            Assert.That(broker.Output, Does.Contain("no space left on the device").And.Contain("what waited is safe and confirmed"));
        }
    }

    private static async Task FillAsync(string path, long until, BrokerProcess broker, CancellationToken cancellationToken)
    {
        await using var ballast = new FileStream(path, FileMode.CreateNew);
        var block = new byte[Mebibyte];
        while (new DriveInfo(broker.DataDirectoryOnSmallDisk).AvailableFreeSpace > until)
        {
            await ballast.WriteAsync(block, cancellationToken);
            await ballast.FlushAsync(cancellationToken);
        }
    }

    private static async Task PublishAsync(
        IChannel channel, int messages, ConcurrentDictionary<string, bool> confirmed, CancellationToken cancellationToken)
    {
        var body = new byte[Mebibyte / 2];
        var publishes = new List<Task>();
        for (var i = 0; i < messages; i++)
        {
            publishes.Add(PublishOneAsync($"m{i}"));
        }

        await Task.WhenAll(publishes);

        async Task PublishOneAsync(string id)
        {
            await channel.BasicPublishAsync(
                string.Empty, QueueName, mandatory: true, new BasicProperties { Persistent = true, MessageId = id }, body, cancellationToken);
            confirmed.TryAdd(id, true);
        }
    }

    private static async Task<List<string>> ReadIdsAsync(BrokerProcess broker, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var ids = new List<string>();
        while (await client.Channel.BasicGetAsync(QueueName, autoAck: true, cancellationToken) is { } got)
        {
            ids.Add(got.BasicProperties.MessageId!); // every message has one
        }

        return ids;
    }
}
