using AmqpBroker.Protocol.Methods;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Hosting;

/// <summary>A broker that starts serves clients before it has read all messages.</summary>
[CancelAfter(60_000)]
public sealed class EarlyServingTests
{
    private const string Queue = "q";
    private const string OldestFile = "0000000001.wal";

    private readonly TempDirectory _directory = new();
    private readonly FaultyFiles _files = new();

    [SetUp]
    public async Task FillAsync()
    {
        var cancellationToken = TestContext.CurrentContext.CancellationToken;
        for (byte run = 1; run <= 3; run++)
        {
            await using var broker = await BrokerOnDisk.StartAsync(_directory, _files, cancellationToken);
            await using var client = await broker.ConnectAsync(cancellationToken);
            await BrokerOnDisk.DeclareAsync(client, Queue, cancellationToken);
            await PublishAsync(client, run, 1, cancellationToken);
        }

        _files.HoldReads(Path.Combine("messages", OldestFile));
    }

    [TearDown]
    public void LetGo()
    {
        _files.ReleaseReads();
        _directory.Dispose();
    }

    [Test]
    public async Task Publishers_are_confirmed_and_consumers_get_the_oldest_first(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerOnDisk.StartAsync(_directory, _files, cancellationToken);
        await using var publisher = await broker.ConnectAsync(cancellationToken);
        await PublishAsync(publisher, 4, 1, cancellationToken);
        await using var consumer = await broker.ConnectAsync(cancellationToken);
        var drained = BrokerOnDisk.DrainAsync(consumer, Queue, cancellationToken);
        await PublishAsync(publisher, 5, 2, cancellationToken);
        var wasEmpty = drained.IsCompleted;

        _files.ReleaseReads();

        Assert.That(await drained, Is.EqualTo(new byte[] { 1, 2, 3, 4, 5 }));
        Assert.That(wasEmpty, Is.False, () => $"an answer before it was known what the queue holds; the disk saw {string.Join(", ", _files.Operations)}");
    }

    [Test]
    public async Task Counts_purges_and_deletions_wait_until_all_is_there(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerOnDisk.StartAsync(_directory, _files, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        await using var other = await broker.ConnectAsync(cancellationToken);
        var purged = client.CallAsync<QueuePurge, QueuePurgeOk>(1, new QueuePurge(Queue, NoWait: false), cancellationToken);
        var refused = other.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = Queue, Passive = true }, cancellationToken);
        await using var third = await broker.ConnectAsync(cancellationToken);
        await third.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "other" }, cancellationToken);

        _files.ReleaseReads();

        Assert.That((await purged).MessageCount, Is.EqualTo(3));
        Assert.That((await refused).MessageCount, Is.AnyOf(0, 3));
    }

    [Test]
    public async Task Stopping_does_not_wait_for_what_has_not_been_read(CancellationToken cancellationToken)
    {
        await using (var broker = await BrokerOnDisk.StartAsync(_directory, _files, cancellationToken))
        {
            await using var client = await broker.ConnectAsync(cancellationToken);
            await PublishAsync(client, 4, 1, cancellationToken);
            await client.SendAsync(1, new BasicGet(Queue, NoAck: true), cancellationToken);
            _files.ReleaseReads();
        }

        await using var again = await BrokerOnDisk.StartAsync(_directory, _files, cancellationToken);
        await using var consumer = await again.ConnectAsync(cancellationToken);
        Assert.That((await BrokerOnDisk.DrainAsync(consumer, Queue, cancellationToken)).TakeLast(3), Is.EqualTo(new byte[] { 2, 3, 4 }));
    }

    private static async Task PublishAsync(RawAmqpClient client, byte number, ulong tag, CancellationToken cancellationToken)
    {
        await BrokerOnDisk.PublishAsync(client, Queue, number, cancellationToken);
        var confirm = (ReceivedMethod)await client.ReceiveAsync(cancellationToken);
        Assert.That(confirm.Decode<BasicAck>().DeliveryTag, Is.EqualTo(tag));
    }
}
