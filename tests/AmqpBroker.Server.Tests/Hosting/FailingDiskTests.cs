using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Hosting;

/// <summary>A whole broker on a disk that fails or hangs: nothing unwritten is confirmed, nothing confirmed is lost, and it goes on.</summary>
[CancelAfter(60_000)]
public sealed class FailingDiskTests
{
    private const string Queue = "q";

    [Test]
    public async Task Publishers_wait_for_a_disk_that_fails_and_are_confirmed_when_it_works_again(
        [Values(FileOperation.Write, FileOperation.Sync)] FileOperation operation, [Values] bool isFull, CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using (var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken))
        {
            await using var publisher = await broker.ConnectAsync(cancellationToken);
            await using var other = await broker.ConnectAsync(cancellationToken);
            await BrokerOnDisk.DeclareAsync(publisher, Queue, cancellationToken);
            await BrokerOnDisk.PublishAsync(publisher, Queue, 1, cancellationToken);
            await ExpectConfirmAsync(publisher, 1, cancellationToken);

            var confirm = await PublishInAnOutageAsync(publisher, files, operation, isFull, cancellationToken);
            var counted = await CountAsync(other, cancellationToken);
            var wasConfirmed = confirm.IsCompleted;
            files.StopFailing();
            var confirmed = (ReceivedMethod)await confirm;

            await BrokerOnDisk.PublishAsync(publisher, Queue, 3, cancellationToken);
            await ExpectConfirmAsync(publisher, 3, cancellationToken);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(wasConfirmed, Is.False, "confirmed while the disk failed");
                Assert.That(confirmed.Decode<BasicAck>().DeliveryTag, Is.EqualTo(2));
                Assert.That(counted, Is.GreaterThanOrEqualTo(1), "others are served meanwhile");
            }

            files = files.Crash();
        }

        Assert.That(await RestartAndDrainAsync(directory, files, cancellationToken), Is.EqualTo(new byte[] { 1, 2, 3 }));
    }

    [Test]
    public async Task A_message_that_was_refused_is_never_acknowledged_while_earlier_ones_wait_for_the_disk(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken);
        await using var publisher = await broker.ConnectAsync(cancellationToken);
        await BrokerOnDisk.DeclareAsync(publisher, Queue, cancellationToken);
        var full = new FieldTableBuilder().Add("x-max-length", 0).Add("x-overflow", "reject-publish").Build();
        await publisher.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "full", Arguments = full }, cancellationToken);
        files.HoldSyncs();
        await BrokerOnDisk.PublishAsync(publisher, Queue, 1, cancellationToken);
        await publisher.PublishAsync(1, new BasicPublish("", "full", false, false), new byte[] { 2 }, cancellationToken);
        var refused = await publisher.ExpectAsync<BasicNack>(cancellationToken);

        await publisher.PublishAsync(1, new BasicPublish("", "nowhere", false, false), new byte[] { 3 }, cancellationToken);

        var next = await publisher.ExpectAsync<BasicAck>(cancellationToken);
        files.ReleaseSyncs();
        var last = await publisher.ExpectAsync<BasicAck>(cancellationToken);
        Assert.That((refused.DeliveryTag, next, last), Is.EqualTo((2UL, new BasicAck(3, Multiple: false), new BasicAck(1, Multiple: false))));
    }

    [Test]
    public async Task What_was_confirmed_before_a_failure_survives_a_crash_in_it(
        [Values(FileOperation.Write, FileOperation.Sync)] FileOperation operation, [Values] bool isKilled, CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        bool wasConfirmed;
        await using (var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken))
        {
            await using var publisher = await broker.ConnectAsync(cancellationToken);
            await BrokerOnDisk.DeclareAsync(publisher, Queue, cancellationToken);
            for (byte i = 1; i <= 5; i++)
            {
                await BrokerOnDisk.PublishAsync(publisher, Queue, i, cancellationToken);
                await ExpectConfirmAsync(publisher, i, cancellationToken);
            }

            var confirm = await PublishInAnOutageAsync(publisher, files, operation, isFull: false, cancellationToken);
            wasConfirmed = confirm.IsCompleted;
            files = isKilled ? files.Kill() : files.Crash();
        }

        var found = await RestartAndDrainAsync(directory, files, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(wasConfirmed, Is.False, "confirmed while the disk failed");
            Assert.That(found.Take(5), Is.EqualTo(new byte[] { 1, 2, 3, 4, 5 }));
            Assert.That(found.Skip(5), Is.Empty.Or.EqualTo(new byte[] { 2 }), "what was under way may be there, or not");
        }
    }

    [Test]
    public async Task A_declaration_waits_for_a_disk_that_fails(
        [Values(FileOperation.Write, FileOperation.Sync)] FileOperation operation, CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using (var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken))
        {
            await using var client = await broker.ConnectAsync(cancellationToken);
            await using var other = await broker.ConnectAsync(cancellationToken);
            var before = files.Count(operation);
            files.Fail(operation, times: int.MaxValue);
            var declaring = BrokerOnDisk.DeclareAsync(client, Queue, cancellationToken);
            await Eventually.TrueAsync(() => files.Count(operation) > before, "the disk to fail", cancellationToken);
            var isThere = await ExistsAsync(other, cancellationToken);
            var wasDeclared = declaring.IsCompleted;
            files.StopFailing();
            await declaring;
            await BrokerOnDisk.PublishAsync(client, Queue, 1, cancellationToken);
            await ExpectConfirmAsync(client, 1, cancellationToken);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(isThere, Is.False, "seen before it was safe");
                Assert.That(wasDeclared, Is.False, "declared while the disk failed");
            }

            files = files.Crash();
        }

        Assert.That(await RestartAndDrainAsync(directory, files, cancellationToken), Is.EqualTo(new byte[] { 1 }));
    }

    [Test]
    public async Task A_stop_ends_though_the_disk_hangs([Values] bool declares, CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken, TimeSpan.FromSeconds(1));
        await using var client = await broker.ConnectAsync(cancellationToken);
        await BrokerOnDisk.DeclareAsync(client, Queue, cancellationToken);
        files.HoldSyncs();
        var before = files.Count(FileOperation.Write);
        await BrokerOnDisk.PublishAsync(client, Queue, 1, cancellationToken);
        await Eventually.TrueAsync(() => files.Count(FileOperation.Write) > before, "the disk to be asked", cancellationToken);
        if (declares)
        {
            await client.SendAsync(1, new QueueDeclare { Queue = "another", Durable = true }, cancellationToken);
            await Eventually.TrueAsync(() => files.Count(FileOperation.Write) > before + 1, "the disk to be asked", cancellationToken);
        }

        try
        {
            await broker.StopAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(20), cancellationToken);
        }
        finally
        {
            files.ReleaseSyncs();
        }
    }

    private static async Task<Task<WireEvent>> PublishInAnOutageAsync(
        RawAmqpClient publisher, FaultyFiles files, FileOperation operation, bool isFull, CancellationToken cancellationToken)
    {
        var before = files.Count(operation);
        files.Fail(operation, times: int.MaxValue, isFull: isFull);
        await BrokerOnDisk.PublishAsync(publisher, Queue, 2, cancellationToken);
        var confirm = publisher.ReceiveAsync(cancellationToken);
        await Eventually.TrueAsync(() => files.Count(operation) > before, "the disk to fail", cancellationToken);
        return confirm;
    }

    private static async Task<uint> CountAsync(RawAmqpClient client, CancellationToken cancellationToken) =>
        (await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = Queue, Passive = true }, cancellationToken)).MessageCount;

    private static async Task<bool> ExistsAsync(RawAmqpClient client, CancellationToken cancellationToken)
    {
        await client.SendAsync(1, new QueueDeclare { Queue = Queue, Passive = true }, cancellationToken);
        return ((ReceivedMethod)await client.ReceiveAsync(cancellationToken)).Id == MethodId.QueueDeclareOk;
    }

    private static async Task ExpectConfirmAsync(RawAmqpClient client, ulong tag, CancellationToken cancellationToken) =>
        Assert.That((await client.ExpectAsync<BasicAck>(cancellationToken)).DeliveryTag, Is.EqualTo(tag));

    private static async Task<List<byte>> RestartAndDrainAsync(TempDirectory directory, FaultyFiles files, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerOnDisk.StartAsync(directory, files, cancellationToken);
        await using var client = await broker.ConnectAsync(cancellationToken);
        return await BrokerOnDisk.DrainAsync(client, Queue, cancellationToken);
    }
}
