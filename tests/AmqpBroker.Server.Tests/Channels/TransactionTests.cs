using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Channels;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class TransactionTests
{
    private static readonly BasicProperties Persistent = new() { DeliveryMode = 2 };

    [Test]
    public async Task Publishes_are_seen_with_the_commit()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        await client.Publish(1, "", "q", "a"u8).Publish(1, "", "q", new byte[200_000]).QuiesceAsync();
        Assert.That(await client.CountAsync("q", 2), Is.Zero);
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(2));
    }

    [Test]
    public async Task A_rollback_forgets_publishes_and_a_commit_after_it_commits_nothing()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        await client.Publish(1, "", "q", "a"u8).CallAsync<TxRollback, TxRollbackOk>(1, default);
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.Zero);
    }

    [Test]
    public async Task A_channel_that_ends_forgets_what_was_not_committed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        await client.Publish(1, "", "q", "a"u8).CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.Zero);
    }

    [Test]
    public async Task Acks_count_with_the_commit()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 3);

        await client.Write(1, new BasicAck(2, true)).CallAsync<TxCommit, TxCommitOk>(1, default);
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(1));
    }

    [Test]
    public async Task Acks_that_are_not_committed_do_not_count()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 3);

        await client.Write(1, new BasicAck(2, true)).CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(3));
    }

    [Test]
    public async Task After_a_rollback_the_same_tags_can_be_acknowledged_again()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 3);

        await client.Write(1, new BasicAck(1, false)).CallAsync<TxRollback, TxRollbackOk>(1, default);
        await client.Write(1, new BasicAck(1, false)).CallAsync<TxCommit, TxCommitOk>(1, default);
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(2));
    }

    [Test]
    public async Task A_requeue_happens_with_the_commit()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 1);

        client.Write(1, new BasicNack(1, false, true));
        Assert.That(await client.QuiesceAsync(), Is.Empty);
        client.Write(1, default(TxCommit));

        await client.ExpectAsync<TxCommitOk>(1);
        Assert.That(await client.DeliveryAsync(), Is.EqualTo((2UL, "m", true)));
    }

    [Test]
    public async Task An_ack_of_all_means_what_was_delivered_until_then()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 2);

        await client.Write(1, new BasicAck(0, true)).Publish(2, "", "q", "later"u8).FlushAsync();
        await client.DeliveryAsync();
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(1));
    }

    [TestCase(1UL, false)]
    [TestCase(2UL, false)]
    [TestCase(2UL, true)]
    public async Task A_tag_acknowledged_in_the_transaction_is_unknown_from_then_on(ulong tag, bool multiple)
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 3);

        client.Write(1, new BasicAck(2, true)).Write(1, new BasicAck(tag, multiple));

        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo($"PRECONDITION_FAILED - unknown delivery tag {tag}"));
    }

    [Test]
    public async Task An_unknown_tag_is_told_at_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Write(1, new BasicAck(1, false));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(406));
    }

    [Test]
    public async Task A_missing_exchange_is_told_at_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "missing", "", "m"u8);

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(404));
    }

    [Test]
    public async Task A_mandatory_message_comes_back_at_the_commit_before_commit_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "nowhere", "m"u8, mandatory: true);
        Assert.That(await client.QuiesceAsync(), Is.Empty);
        client.Write(1, default(TxCommit));

        await client.ExpectContentAsync<BasicReturn>(1);
        await client.ExpectAsync<TxCommitOk>(1);
    }

    [Test]
    public async Task Selecting_again_keeps_what_is_held()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        await client.Publish(1, "", "q", "m"u8).CallAsync<TxSelect, TxSelectOk>(1, default);
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);

        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(1));
    }

    [Test]
    public async Task Recover_does_not_bring_back_what_the_transaction_has_acknowledged()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 3);

        client.Write(1, new BasicAck(1, false)).Write(1, new BasicRecover(true));
        await client.ExpectAsync<BasicRecoverOk>(1);
        Assert.That((await client.DeliveryAsync()).Tag, Is.EqualTo(4));
        Assert.That((await client.DeliveryAsync()).Tag, Is.EqualTo(5));
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);

        Assert.That(await client.QuiesceAsync(), Is.Empty);
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(2));
    }

    [Test]
    public async Task A_message_that_a_queue_refuses_makes_the_commit_fail_and_the_rest_counts()
    {
        await using var broker = new BrokerUnderTest();
        var client = await DeliveredAsync(broker, 1);
        var arguments = new FieldTableBuilder().Add("x-max-length", 0).Add("x-overflow", "reject-publish").Build();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(2, new QueueDeclare { Queue = "full", Arguments = arguments });
        await client.DeclareAsync("free", 2);

        client.Publish(1, "", "free", "a"u8).Publish(1, "", "full", "b"u8).Publish(1, "", "free", "c"u8);
        client.Publish(1, "", "nowhere", "d"u8, mandatory: true);
        client.Write(1, new BasicAck(1, false)).Write(1, default(TxCommit));

        await client.ExpectContentAsync<BasicReturn>(1);
        var closing = await client.ExpectCloseAsync();
        Assert.That((closing.Text, closing.Method), Is.EqualTo(("PRECONDITION_FAILED - partial tx completion", "90.20")));
        Assert.That((await client.CountAsync("free", 2), await client.CountAsync("q", 2)), Is.EqualTo((2u, 0u)));
    }

    [Test]
    public async Task A_mandatory_message_whose_queue_was_deleted_before_the_commit_comes_back()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8, mandatory: true);
        await client.CallAsync<QueueDelete, QueueDeleteOk>(2, new QueueDelete { Queue = "q" });
        client.Write(1, default(TxCommit));

        await client.ExpectContentAsync<BasicReturn>(1);
        await client.ExpectAsync<TxCommitOk>(1);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Commit_ok_comes_when_the_disk_has_what_was_committed(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using var store = await OpenStoreAsync(directory, files);
        await using var broker = new BrokerUnderTest(store);
        var client = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "q", Durable = true });
        await client.CallAsync<TxSelect, TxSelectOk>(1, default);
        files.HoldSyncs();

        await client.Publish(1, "", "q", "m"u8, properties: Persistent).Write(1, default(TxCommit)).FlushAsync();

        var other = await broker.OpenAsync();
        await Eventually.TrueAsync(async () => await other.CountAsync("q") == 1, "the message in the queue", cancellationToken);
        Assert.That(client.Unread(), Is.Zero, "nothing that is not written may be told to be committed");
        files.ReleaseSyncs();
        await client.ExpectAsync<TxCommitOk>(1);
    }

    [Test]
    public async Task What_is_not_kept_is_committed_without_the_disk()
    {
        using var directory = new TempDirectory();
        var files = new FaultyFiles();
        await using var store = await OpenStoreAsync(directory, files);
        await using var broker = new BrokerUnderTest(store);
        var client = await SelectAsync(broker);
        files.HoldSyncs();

        client.Publish(1, "", "q", "m"u8, properties: Persistent).Write(1, default(TxCommit));

        await client.ExpectAsync<TxCommitOk>(1);
        files.ReleaseSyncs();
    }

    [Test]
    public void More_than_a_transaction_may_hold_is_refused()
    {
        var route = new VirtualHost("/").Route("", ["q"], properties: null, [0, 1, (byte)'q']);
        var transaction = new ChannelTransaction(maximumSize: 1000);
        var message = new PublishedMessage { Header = new byte[14], Body = new byte[400] };

        transaction.Publish(route, isMandatory: false, in message);
        transaction.Publish(route, isMandatory: false, in message);
        var refused = Assert.Throws<ChannelException>(() => transaction.Publish(route, isMandatory: false, in message));

        Assert.That(refused.ReplyText, Is.EqualTo("PRECONDITION_FAILED - transaction is larger than the maximum of 1000 bytes"));
    }

    private static Task<BrokerStore> OpenStoreAsync(TempDirectory directory, FaultyFiles files) => BrokerStore.OpenAsync(
        new BrokerStoreSettings { Directory = directory.FullName, MessageFileSize = 64 * 1024, MetadataFileSize = 16 * 1024 },
        files, TimeProvider.System, NullLogger.Instance);

    private static async Task<TestClient> SelectAsync(BrokerUnderTest broker)
    {
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q", 2);
        await client.CallAsync<TxSelect, TxSelectOk>(1, default);
        return client;
    }

    private static async Task<TestClient> DeliveredAsync(BrokerUnderTest broker, int messages)
    {
        var client = await SelectAsync(broker);
        for (var i = 0; i < messages; i++)
        {
            client.Publish(2, "", "q", "m"u8);
        }

        await client.ConsumeAsync("q", "c");
        for (var i = 0; i < messages; i++)
        {
            await client.DeliveryAsync();
        }

        return client;
    }
}
