using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Channels;

/// <summary>amq.rabbitmq.reply-to: replies without a queue.</summary>
public sealed class DirectReplyTests
{
    private const string ReplyTo = "amq.rabbitmq.reply-to";

    [Test]
    public async Task A_reply_is_delivered_as_the_responder_sent_it()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        var responder = await broker.OpenAsync();
        var properties = BasicProperties.Empty with { CorrelationId = "7", Type = "answer" };

        responder.Publish(1, "", address, "one"u8, properties: properties).Publish(1, "", address, new byte[300_000]);
        await responder.FlushAsync();

        var first = await requester.ExpectContentAsync<BasicDeliver>(1);
        var deliver = first.Decode<BasicDeliver>();
        Assert.That((deliver.ConsumerTag, deliver.Exchange, deliver.RoutingKey, deliver.Redelivered), Is.EqualTo(("replies", "", address, false)));
        Assert.That(first.Body, Is.EqualTo("one"u8.ToArray()));
        Assert.That(BasicProperties.Read(first.Properties), Is.EqualTo(properties));
        Assert.That((await requester.ExpectContentAsync<BasicDeliver>(1)).Body, Has.Length.EqualTo(300_000));
    }

    [Test]
    public async Task Replies_have_delivery_tags_of_their_own()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        await requester.ConsumeAsync("requests", "ordinary", noAck: true);

        foreach (var target in new[] { address, "requests", address })
        {
            requester.Publish(1, "", target, "m"u8);
        }

        var tags = new[] { await requester.DeliveryAsync(), await requester.DeliveryAsync(), await requester.DeliveryAsync() };
        Assert.That(tags.Select(delivery => delivery.Tag), Is.Unique);
    }

    [Test]
    public async Task A_request_keeps_its_other_properties()
    {
        await using var broker = new BrokerUnderTest();
        var requester = await OpenRequesterAsync(broker);
        var properties = BasicProperties.Empty with
        {
            ContentType = "text/plain",
            Headers = new FieldTableBuilder().Add("n", 1).Build(),
            CorrelationId = "7",
            ReplyTo = ReplyTo,
            MessageId = "id",
            AppId = "app",
        };

        requester.Publish(1, "", "requests", "?"u8, properties: properties);

        var request = await GetAsync(requester, "requests");
        var received = BasicProperties.Read(request.Properties);
        Assert.That(received.ReplyTo, Does.Match(@"^amq\.rabbitmq\.reply-to\.[A-Za-z0-9_-]{22}$"));
        Assert.That(received with { ReplyTo = ReplyTo }, Is.EqualTo(properties));
        Assert.That(request.Body, Is.EqualTo("?"u8.ToArray()));
    }

    [TestCase("")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("g1h2AA5yZXBseUA3Nzk0NDA1MgAAAxQAAAAAawHalg==.jr5lXlqF+L8mvdhaI1qr/w==")]
    public async Task An_address_that_was_made_up_is_unroutable(string made)
    {
        await using var broker = new BrokerUnderTest();
        await RequestAsync(broker);
        var responder = await broker.OpenAsync();

        responder.Publish(1, "", $"{ReplyTo}.{made}", "m"u8, mandatory: true);

        Assert.That((await responder.ExpectContentAsync<BasicReturn>(1)).Decode<BasicReturn>().ReplyCode, Is.EqualTo(ReplyCode.NoRoute));
    }

    [Test]
    public async Task A_reply_is_returned_once_its_requester_is_gone_and_not_before()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        var responder = await broker.OpenAsync();
        responder.Publish(1, "", address, "m"u8, mandatory: true);
        Assert.That(await responder.QuiesceAsync(), Is.Empty);
        await requester.DeliveryAsync();

        await requester.CallAsync<ChannelClose, ChannelCloseOk>(1, default);

        // By a route that the responder's channel has used before.
        responder.Publish(1, "", address, "m"u8, mandatory: true);
        await responder.ExpectContentAsync<BasicReturn>(1);
        Assert.That(await requester.QuiesceAsync(), Is.Empty);
    }

    [Test]
    public async Task A_cancelled_consumer_of_replies_gets_none_and_leaves_the_address_dead()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);

        await requester.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("replies", NoWait: false));

        requester.Publish(1, "", address, "m"u8);
        Assert.That(await requester.QuiesceAsync(), Is.Empty);
        requester.Write(1, new QueueDeclare { Queue = address, Passive = true });
        Assert.That((await requester.ExpectCloseAsync()).Text, Is.EqualTo($"NOT_FOUND - no queue '{address}' in vhost '/'"));
    }

    [Test]
    public async Task An_ordinary_consumer_may_have_the_tag_of_the_one_for_replies_and_stays_when_that_is_cancelled()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        await requester.ConsumeAsync("requests", "replies", noAck: true);

        await requester.CallAsync<BasicCancel, BasicCancelOk>(1, new BasicCancel("replies", NoWait: false));

        requester.Publish(1, "", address, "reply"u8).Publish(1, "", "requests", "request"u8);
        Assert.That((await requester.DeliveryAsync()).Body, Is.EqualTo("request"));
    }

    [Test]
    public async Task A_consumer_of_replies_cannot_have_the_tag_of_an_ordinary_one()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "taken");

        client.Write(1, new BasicConsume { Queue = ReplyTo, ConsumerTag = "taken", NoAck = true });

        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo("NOT_ALLOWED - attempt to reuse consumer tag 'taken'"));
    }

    [Test]
    public async Task A_reply_in_a_transaction_comes_with_the_commit()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        var responder = await broker.OpenAsync();
        await responder.CallAsync<TxSelect, TxSelectOk>(1, default);

        await responder.Publish(1, "", address, "m"u8).QuiesceAsync();
        Assert.That(await requester.QuiesceAsync(), Is.Empty);
        await responder.CallAsync<TxCommit, TxCommitOk>(1, default);

        Assert.That((await requester.DeliveryAsync()).Body, Is.EqualTo("m"));
    }

    [Test]
    public async Task A_carbon_copy_may_go_to_an_address()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker);
        var headers = new FieldTableBuilder().Add("BCC", FieldValue.From([FieldValue.From(address)])).Build();

        requester.Publish(1, "", "requests", "m"u8, properties: BasicProperties.Empty with { Headers = headers });

        Assert.That((await requester.DeliveryAsync()).Body, Is.EqualTo("m"));
        Assert.That(await requester.CountAsync("requests"), Is.EqualTo(1));
    }

    [TestCase(ReplyTo + "x")]
    [TestCase(ReplyTo + ".x")]
    public async Task Declaring_a_name_that_begins_like_the_brokers_own_makes_no_queue(string name)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Write(1, new QueueDeclare { Queue = name });

        Assert.That((await client.ExpectCloseAsync()).Text, Is.EqualTo($"NOT_FOUND - no queue '{name}' in vhost '/'"));
    }

    [Test]
    public async Task What_a_requester_does_not_read_is_dropped_before_it_fills_the_memory()
    {
        await using var broker = new BrokerUnderTest();
        var (requester, address) = await RequestAsync(broker, unsentLimit: 4096);
        var responder = await broker.OpenAsync();
        const int sent = 12;

        for (var i = 0; i < sent; i++)
        {
            responder.Publish(1, "", address, new byte[10 * 1024 * 1024]);
            await responder.QuiesceAsync();
        }

        var received = (await requester.QuiesceAsync()).Count;
        Assert.That(received, Is.InRange(7, 9), "64 MiB, and what was under way");
    }

    /// <summary>A channel that consumes replies, and a queue for requests.</summary>
    private static async Task<TestClient> OpenRequesterAsync(BrokerUnderTest broker, int unsentLimit = 1024 * 1024)
    {
        var client = await broker.OpenAsync(unsentLimit: unsentLimit);
        await client.DeclareAsync("requests");
        await client.ConsumeAsync(ReplyTo, "replies", noAck: true);
        return client;
    }

    /// <summary>As <see cref="OpenRequesterAsync"/>, with the address that its requests carry.</summary>
    private static async Task<(TestClient Client, string Address)> RequestAsync(BrokerUnderTest broker, int unsentLimit = 1024 * 1024)
    {
        var client = await OpenRequesterAsync(broker, unsentLimit);
        client.Publish(1, "", "requests", "?"u8, properties: BasicProperties.Empty with { ReplyTo = ReplyTo });
        var request = await GetAsync(client, "requests");
        return (client, BasicProperties.Read(request.Properties).ReplyTo!); // the broker has put it there
    }

    private static async Task<ReceivedMethod> GetAsync(TestClient client, string queue) =>
        await client.Write(1, new BasicGet(queue, NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
}
