using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class TransactionTests
{
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
