using AmqpBroker.Core.Metadata;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Channels;

/// <summary>What happens behind and around a method that waits for something to become safe.</summary>
public sealed class WaitingMethodTests
{
    private static readonly QueueDeclare Durable = new() { Queue = "q", Durable = true };
    private static readonly QueueDeclare Transient = new() { Queue = "t" };

    private readonly HeldMetadataStore _store = new();

    [Test]
    public async Task What_was_sent_behind_it_is_handled_after_it_and_in_order()
    {
        await using var broker = new BrokerUnderTest(_store);
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);

        await client.Publish(1, "", "q", "too early"u8)
            .Write(1, Durable)
            .Publish(1, "", "q", "in time"u8)
            .Write(2, Transient)
            .Write(1, new QueueBind { Queue = "q", Exchange = "amq.topic", RoutingKey = "#" })
            .Write(1, new BasicGet { Queue = "q", NoAck = true })
            .FlushAsync();
        var declared = await _store.NextAsync();
        await client.ExpectAsync<BasicAck>(1);
        var answeredBefore = client.Unread();
        declared.SetResult();

        await client.ExpectAsync<QueueDeclareOk>(1);
        await client.ExpectAsync<BasicAck>(1);
        await client.ExpectAsync<QueueDeclareOk>(2);
        (await _store.NextAsync()).SetResult();
        await client.ExpectAsync<QueueBindOk>(1);
        var got = await client.ExpectContentAsync<BasicGetOk>(1);
        Assert.That((answeredBefore, got.Body), Is.EqualTo((0, "in time"u8.ToArray())));
    }

    [Test]
    public async Task Other_connections_do_not_wait()
    {
        await using var broker = new BrokerUnderTest(_store);
        var (client, other) = (await broker.OpenAsync(), await broker.OpenAsync());
        await client.SendAsync(1, Durable);
        var declared = await _store.NextAsync();

        await other.DeclareAsync("t");

        declared.SetResult();
        await client.ExpectAsync<QueueDeclareOk>(1);
    }

    [Test]
    public async Task A_refusal_after_it_closes_the_channel_with_the_method_that_earned_it()
    {
        await using var broker = new BrokerUnderTest(_store);
        var (client, other) = (await broker.OpenAsync(), await broker.OpenAsync(unreadLimit: BrokerUnderTest.InStep));
        await client.SendAsync(1, Durable);
        var declared = await _store.NextAsync();
        await other.SendAsync(1, Durable with { AutoDelete = true });
        var behind = other.Write(1, Transient).Write(1, default(ChannelClose)).FlushAsync();
        declared.SetResult();
        await behind;
        await client.ExpectAsync<QueueDeclareOk>(1);

        var refusal = await other.ExpectCloseAsync();

        Assert.That(refusal, Is.EqualTo(new Closing(
            "Ch",
            406,
            "PRECONDITION_FAILED - inequivalent arg 'auto_delete' for queue 'q' in vhost '/': received 'true' but current is 'false'",
            "50.10")));
        await other.ExpectAsync<ChannelCloseOk>(1);
        Assert.That(broker.Broker.TryGetVirtualHost("/", out var host) ? host.FindQueue("t", this) : null, Is.Null, "dropped with the channel");
        await other.SendAsync(1, default(ChannelCloseOk));
        await other.OpenChannelAsync(1);
    }

    [Test]
    public async Task A_client_that_goes_while_it_waits_leaves_in_good_order()
    {
        await using var broker = new BrokerUnderTest(_store);
        var client = await broker.OpenAsync();
        await client.SendAsync(1, Durable);
        var declared = await _store.NextAsync();

        await client.EndAsync();
        declared.SetResult();

        await client.ExpectAsync<QueueDeclareOk>(1);
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task The_broker_having_a_client_wait_is_no_missed_heartbeat()
    {
        await using var broker = new BrokerUnderTest(_store);
        var client = await broker.OpenAsync(new Login { Heartbeat = 1 }, unreadLimit: BrokerUnderTest.InStep);
        await client.SendAsync(1, Durable);
        var declared = await _store.NextAsync();

        for (var i = 0; i < 20; i++)
        {
            broker.Advance(0.5);
        }

        declared.SetResult();
        while (await client.ReceiveAsync() is TestKit.Wire.ReceivedHeartbeat)
        {
            // The broker goes on sending its own.
        }

        await client.CallAsync<BasicQos, BasicQosOk>(1, default);
    }

    [Test]
    public async Task An_exclusive_queue_that_takes_a_durable_exchange_along_is_gone_before_close_ok()
    {
        await using var broker = new BrokerUnderTest(_store);
        var client = await broker.OpenAsync();
        await client.SendAsync(1, new ExchangeDeclare { Exchange = "x", Type = "direct", Durable = true, AutoDelete = true });
        (await _store.NextAsync()).SetResult();
        await client.ExpectAsync<ExchangeDeclareOk>(1);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, Transient with { Exclusive = true });
        await client.CallAsync<QueueBind, QueueBindOk>(1, new QueueBind { Queue = "t", Exchange = "x" });

        await client.SendAsync(0, default(ConnectionClose));
        var removed = await _store.NextAsync();
        var answeredBefore = client.Unread();
        removed.SetResult();

        await client.ExpectAsync<ConnectionCloseOk>(0);
        await client.EndAsync();
        broker.Broker.TryGetVirtualHost("/", out var host);
        Assert.That((answeredBefore, host!.ListQueues().Count, host.ListExchanges().Count), Is.EqualTo((0, 0, 7)));
    }

    [Test]
    public async Task A_store_that_is_closed_costs_the_connection_and_is_logged()
    {
        var broker = new BrokerUnderTest(_store);
        var client = await broker.OpenAsync();
        await client.SendAsync(1, Durable);

        (await _store.NextAsync()).SetException(new MetadataStoreException("The metadata is closed."));

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(541));
        await client.ExpectEndAsync();
        Assert.That(broker.Log.Errors.Single(), Does.Contain("The metadata is closed."));
    }
}
