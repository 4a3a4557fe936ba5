using AmqpBroker.Core.Persistence;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Server.Tests.Connections;

/// <summary>What publishers are told of a journal that cannot be written, and what becomes of what they sent.</summary>
[CancelAfter(30_000)]
public sealed class FailingDiskTests : IDisposable
{
    private static readonly Login Told = new() { Capabilities = ["connection.blocked"] };
    private static readonly BasicProperties Persistent = new() { DeliveryMode = 2 };

    private readonly TempDirectory _directory = new();
    private readonly FakeTimeProvider _storeClock = new();
    private readonly RefusingFiles _files = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task Publishers_are_told_that_the_disk_fails_and_get_their_confirms_when_it_works_again(CancellationToken cancellationToken)
    {
        await using var store = await OpenAsync();
        await using var broker = new BrokerUnderTest(store);
        var client = await OpenPublisherAsync(broker);
        _files.IsFull = true;

        await Publish(client, "1").FlushAsync();
        await Eventually.TrueAsync(() => store.Alarms.DiskStands, "the alarm", cancellationToken);
        Publish(client, "2");
        Assert.That((await client.ExpectAsync<ConnectionBlocked>(0)).Reason, Is.EqualTo("low on disk"));
        Assert.That(client.Unread(), Is.Zero, "nothing that is not written may be confirmed");

        _files.IsFull = false;
        await RetryUntilAsync(() => !store.Alarms.AnyStands, cancellationToken);
        var confirmed = 0UL;
        var unblocked = 0;
        while (confirmed < 2 || unblocked < 1)
        {
            var received = (ReceivedMethod)await client.ReceiveAsync();
            if (received.Id == MethodId.BasicAck)
            {
                confirmed = received.Decode<BasicAck>().DeliveryTag;
            }
            else
            {
                Assert.That(received.Id, Is.EqualTo(MethodId.ConnectionUnblocked));
                unblocked++;
            }
        }

        Assert.That((confirmed, unblocked, await client.CountAsync("q")), Is.EqualTo((2UL, 1, 2u)));
    }

    [Test]
    public async Task Who_waits_for_the_disk_already_is_told_when_it_fails(CancellationToken cancellationToken)
    {
        await using var store = await OpenAsync();
        await using var broker = new BrokerUnderTest(store);
        var client = await OpenPublisherAsync(broker);
        _files.IsFull = true;

        // The log is behind from the failure on, whether or not the client has seen an alarm by then.
        await Publish(client, "1").FlushAsync();
        await Eventually.TrueAsync(() => store.Journal.IsBehind, "the journal to be behind", cancellationToken);
        var received = await client.Write(1, default(BasicQos)).ReceiveAsync();
        if (received is ReceivedMethod { Id: MethodId.BasicQosOk })
        {
            received = await client.ReceiveAsync();
        }

        Assert.That((received as ReceivedMethod)?.Id, Is.EqualTo(MethodId.ConnectionBlocked));
        _files.IsFull = false;
        await RetryUntilAsync(() => !store.Journal.IsBehind, cancellationToken);
    }

    [Test]
    public async Task Who_waits_for_the_disk_can_be_closed_and_can_go(CancellationToken cancellationToken)
    {
        await using var store = await OpenAsync();
        await using var broker = new BrokerUnderTest(store);
        var (closed, gone) = (await OpenPublisherAsync(broker), await OpenPublisherAsync(broker));
        _files.IsFull = true;
        await Publish(closed, "1").FlushAsync();
        await Publish(gone, "1").FlushAsync();
        await Eventually.TrueAsync(() => store.Alarms.DiskStands, "the alarm", cancellationToken);
        Publish(closed, "2");
        Publish(gone, "2");
        await closed.ExpectAsync<ConnectionBlocked>(0);
        await gone.ExpectAsync<ConnectionBlocked>(0);

        await gone.EndAsync();
        await gone.ExpectEndAsync();
        closed.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());

        Assert.That((await closed.ExpectCloseAsync()).Code, Is.EqualTo(320));
        Assert.That(closed.Connection.Blocking, Is.EqualTo(ConnectionBlocking.Blocking));
        _files.IsFull = false;
        await RetryUntilAsync(() => !store.Journal.IsBehind, cancellationToken);
    }

    private Task<BrokerStore> OpenAsync() => BrokerStore.OpenAsync(
        new BrokerStoreSettings { Directory = _directory.File("data"), SyncsEveryCommit = false }, _files, _storeClock, NullLogger.Instance);

    private static async Task<TestClient> OpenPublisherAsync(BrokerUnderTest broker)
    {
        var client = await broker.OpenAsync(Told);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "q", Durable = true });
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        return client;
    }

    private static TestClient Publish(TestClient client, string text) =>
        client.Publish(1, "", "q", System.Text.Encoding.UTF8.GetBytes(text), properties: Persistent);

    private Task RetryUntilAsync(Func<bool> condition, CancellationToken cancellationToken) => Eventually.TrueAsync(
        () =>
        {
            _storeClock.Advance(TimeSpan.FromSeconds(1));
            return condition();
        },
        "the disk to be written again",
        cancellationToken);
}
