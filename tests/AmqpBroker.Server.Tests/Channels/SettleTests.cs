using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class SettleTests
{
    [Test]
    public async Task An_ack_of_several_settles_all_up_to_its_tag_and_no_more()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 5);

        client.Write(1, new BasicAck(3, true));

        Assert.That(await ReturnedAsync(client), Is.EqualTo("m4,m5"));
    }

    [Test]
    public async Task An_ack_of_one_settles_just_that()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 3);

        client.Write(1, new BasicAck(2, false));

        Assert.That(await ReturnedAsync(client), Is.EqualTo("m1,m3"));
    }

    [Test]
    public async Task An_ack_of_tag_0_settles_all()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 5);

        client.Write(1, new BasicAck(0, true));

        Assert.That(await ReturnedAsync(client), Is.Empty);
    }

    [Test]
    public async Task A_tag_can_be_settled_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 3);

        client.Write(1, new BasicAck(2, false)).Write(1, new BasicAck(2, false));

        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo("PRECONDITION_FAILED - unknown delivery tag 2"));
    }

    [Test]
    public async Task An_ack_of_several_up_to_a_settled_tag_is_a_mistake_and_settles_nothing()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 3);

        client.Write(1, new BasicAck(2, false)).Write(1, new BasicAck(2, true));
        await client.ExpectCloseAsync();

        await client.Write(1, default(ChannelCloseOk)).OpenChannelAsync(1);
        Assert.That(await client.CountAsync("q"), Is.EqualTo(2));
    }

    [Test]
    public async Task What_came_before_an_unknown_tag_in_the_same_read_is_settled_and_what_came_after_is_not()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 3);

        client.Write(1, new BasicAck(1, false)).Write(1, new BasicAck(9, false)).Write(1, new BasicAck(2, false));
        await client.ExpectCloseAsync();

        await client.Write(1, default(ChannelCloseOk)).OpenChannelAsync(1);
        Assert.That(await client.CountAsync("q"), Is.EqualTo(2));
    }

    [Test]
    public async Task A_delivery_that_needed_no_ack_cannot_be_settled()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 1, noAck: true);

        client.Write(1, new BasicAck(1, false));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(406));
    }

    [Test]
    public async Task A_tag_of_another_channel_is_unknown()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 1);
        await client.OpenChannelAsync(2);

        client.Write(2, new BasicAck(1, false));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(406));
    }

    [Test]
    public async Task Tags_of_two_channels_are_settled_apart()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 2);
        await client.OpenChannelAsync(2);
        await client.Publish(2, "", "q", "m3"u8).QuiesceAsync();
        await client.ConsumeAsync("q", "other", channel: 2);
        await client.Publish(2, "", "q", "m4"u8).QuiesceAsync();

        // Interleaved in one read: each channel's are looked up in its own table.
        client.Write(1, new BasicAck(1, false)).Write(2, new BasicAck(1, false)).Write(1, new BasicAck(2, false));

        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task An_ack_after_the_cancel_counts()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 2);
        await client.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("c", false));

        client.Write(1, new BasicAck(1, false));

        Assert.That(await ReturnedAsync(client), Is.EqualTo("m2"));
    }

    [Test]
    public async Task An_ack_after_the_queue_was_deleted_is_no_mistake()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 2);
        client.Write(1, new QueueDelete { Queue = "q", NoWait = true }).Write(1, new BasicAck(1, false)).Write(1, new BasicNack(2, false, true));

        await client.ExpectAsync<BasicCancel>(1);
        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_requeued_message_comes_again_flagged_redelivered(bool isNack)
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 1);

        _ = isNack ? client.Write(1, new BasicNack(1, false, true)) : client.Write(1, new BasicReject(1, true));

        Assert.That(await client.DeliveryAsync(), Is.EqualTo((2UL, "m1", true)));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_refused_message_is_gone(bool isNack)
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 1);

        _ = isNack ? client.Write(1, new BasicNack(1, false, false)) : client.Write(1, new BasicReject(1, false));

        Assert.That(await ReturnedAsync(client), Is.Empty);
    }

    [Test]
    public async Task A_nack_of_several_brings_them_back_in_their_order()
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 4);

        client.Write(1, new BasicNack(3, true, true));

        Assert.That((await client.DeliveryAsync()).Body, Is.EqualTo("m1"));
        Assert.That((await client.DeliveryAsync()).Body, Is.EqualTo("m2"));
        Assert.That((await client.DeliveryAsync()).Body, Is.EqualTo("m3"));
    }

    [Test]
    public async Task More_acks_than_a_run_holds_are_all_settled([Values(511, 512, 513, 2000)] int count)
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, count);

        for (var tag = 1; tag <= count; tag++)
        {
            client.Write(1, new BasicAck((ulong)tag, false));
        }

        Assert.That(await ReturnedAsync(client), Is.Empty);
    }

    [Test]
    public async Task Recover_answers_first_and_delivers_again_after([Values] bool isAsync)
    {
        await using var broker = new BrokerUnderTest();
        var client = await ConsumeAsync(broker, 3);
        await client.Write(1, new BasicAck(2, false)).QuiesceAsync();

        if (isAsync)
        {
            client.Write(1, new BasicRecoverAsync(true));
        }
        else
        {
            await client.CallAsync<BasicRecover, BasicRecoverOk>(1, new BasicRecover(true));
        }

        Assert.That(await client.DeliveryAsync(), Is.EqualTo((4UL, "m1", true)));
        Assert.That(await client.DeliveryAsync(), Is.EqualTo((5UL, "m3", true)));
        client.Write(1, new BasicAck(1, false));
        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(406), "the old tags are void");
    }

    [Test]
    public async Task Recover_with_nothing_outstanding_is_answered()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        await client.CallAsync<BasicRecover, BasicRecoverOk>(1, new BasicRecover(true));
    }

    private static async Task<TestClient> ConsumeAsync(BrokerUnderTest broker, int messages, bool noAck = false)
    {
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c", noAck);
        for (var i = 1; i <= messages; i++)
        {
            client.Publish(1, "", "q", System.Text.Encoding.UTF8.GetBytes($"m{i}"));
        }

        for (var i = 1; i <= messages; i++)
        {
            Assert.That(await client.DeliveryAsync(), Is.EqualTo(((ulong)i, $"m{i}", false)));
        }

        return client;
    }

    /// <summary>What comes back, in order, when the channel ends: what was not settled.</summary>
    private static async Task<string> ReturnedAsync(TestClient client)
    {
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        await client.OpenChannelAsync(1);
        var returned = new List<string>();
        while (await client.Write(1, new BasicGet("q", NoAck: true)).ReceiveAsync() is TestKit.Wire.ReceivedMethod { Body: { } body } got)
        {
            Assert.That(got.Decode<BasicGetOk>().Redelivered, Is.True);
            returned.Add(System.Text.Encoding.UTF8.GetString(body));
        }

        return string.Join(',', returned);
    }
}
