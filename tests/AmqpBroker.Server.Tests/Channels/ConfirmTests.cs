using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Channels;

public sealed class ConfirmTests
{
    [Test]
    public async Task Publishes_are_numbered_from_the_select_on()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", "before"u8).CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);

        for (ulong number = 1; number <= 3; number++)
        {
            client.Publish(1, "", "q", "m"u8);
            Assert.That(await client.ExpectAsync<BasicAck>(1), Is.EqualTo(new BasicAck(number, Multiple: false)));
        }
    }

    [Test]
    public async Task The_messages_of_one_read_are_confirmed_at_once()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        for (var i = 0; i < 100; i++)
        {
            client.Publish(1, "", "q", "m"u8);
        }

        Assert.That(await client.ExpectAsync<BasicAck>(1), Is.EqualTo(new BasicAck(100, Multiple: true)));
    }

    [Test]
    public async Task Every_message_is_confirmed_once_whatever_is_between()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        for (var i = 0; i < 2000; i++)
        {
            client.Publish(1, "", i % 3 == 0 ? "q" : "nowhere", new byte[i % 7]);
            if (i % 5 == 0)
            {
                client.Write(1, default(BasicQos));
            }
        }

        var received = await client.QuiesceAsync();
        var confirmed = 0UL;
        foreach (var ack in received.OfType<ReceivedMethod>().Where(method => method.Id == MethodId.BasicAck))
        {
            var (tag, multiple) = ack.Decode<BasicAck>();
            Assert.That(multiple ? tag > confirmed + 1 : tag == confirmed + 1, Is.True, $"{tag} {multiple} after {confirmed}");
            confirmed = tag;
        }

        Assert.That(confirmed, Is.EqualTo(2000));
        Assert.That(await client.CountAsync("q"), Is.EqualTo(667));
    }

    [Test]
    public async Task A_message_that_nobody_gets_is_confirmed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "nowhere", "m"u8);

        Assert.That(await client.ExpectAsync<BasicAck>(1), Is.EqualTo(new BasicAck(1, false)));
    }

    [Test]
    public async Task A_mandatory_message_comes_back_whole_before_its_confirm([Values(0, 5, 200_000)] int size)
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);
        var body = new byte[size];
        Random.Shared.NextBytes(body);

        client.Publish(1, "amq.direct", "nowhere", body, mandatory: true, new() { ContentType = "text/plain" });

        var returned = await client.ExpectContentAsync<BasicReturn>(1);
        Assert.That(returned.Decode<BasicReturn>(), Is.EqualTo(new BasicReturn(ReplyCode.NoRoute, "NO_ROUTE", "amq.direct", "nowhere")));
        Assert.That(returned.Body, Is.EqualTo(body));
        Assert.That(returned.Properties, Is.EqualTo("\u0080\0\ntext/plain"u8.ToArray().Skip(1)));
        Assert.That(await client.ExpectAsync<BasicAck>(1), Is.EqualTo(new BasicAck(1, false)));
    }

    [Test]
    public async Task A_mandatory_message_that_somebody_gets_does_not_come_back()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8, mandatory: true);

        await client.ExpectAsync<BasicAck>(1);
    }

    [Test]
    public async Task Channels_are_numbered_apart()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);
        await client.OpenChannelAsync(2);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(2, default);

        client.Publish(1, "", "q", "a"u8).Publish(2, "", "q", "b"u8).Publish(1, "", "q", "c"u8);

        var acks = (await client.QuiesceAsync()).Cast<ReceivedMethod>().ToLookup(one => one.Channel, one => one.Decode<BasicAck>());
        Assert.That(acks[1].Last().DeliveryTag, Is.EqualTo(2));
        Assert.That(acks[2].Last().DeliveryTag, Is.EqualTo(1));
    }

    [Test]
    public async Task A_confirm_means_that_the_message_is_in_the_queue()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);
        var other = await broker.OpenAsync();

        for (uint i = 1; i <= 50; i++)
        {
            client.Publish(1, "", "q", "m"u8);
            await client.ExpectAsync<BasicAck>(1);
            Assert.That(await other.CountAsync("q"), Is.EqualTo(i));
        }
    }

    [Test]
    public async Task Confirms_go_out_before_close_ok_of_the_channel_and_none_after()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8).Write(1, default(ChannelClose)).Write(1, default(ChannelOpen));

        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<ChannelCloseOk>(1);
        await client.ExpectAsync<ChannelOpenOk>(1);
        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task Confirms_go_out_before_close_ok_of_the_connection()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8).Write(0, default(ConnectionClose));

        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<ConnectionCloseOk>(0);
        await client.EndAsync();
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Confirms_go_out_before_the_close_for_an_error_of_the_channel()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8).Publish(1, "missing", "", "m"u8);

        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<ChannelClose>(1);
        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task Confirms_go_out_before_the_close_for_a_tag_that_is_found_unknown_late()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);
        await client.OpenChannelAsync(2);

        client.Publish(1, "", "q", "m"u8).Write(1, new BasicAck(9, false)).Write(2, new BasicAck(0, true)).Write(2, default(BasicQos));

        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<ChannelClose>(1);
        await client.ExpectAsync<BasicQosOk>(2);
        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task Confirms_go_out_before_the_close_for_an_error_of_the_connection()
    {
        await using var broker = new BrokerUnderTest();
        var client = await SelectAsync(broker);

        client.Publish(1, "", "q", "m"u8).Write(9, default(BasicQos));

        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<ConnectionClose>(0);
        await client.Write(0, default(ConnectionCloseOk)).ExpectEndAsync();
    }

    private static async Task<TestClient> SelectAsync(BrokerUnderTest broker)
    {
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        return client;
    }
}
