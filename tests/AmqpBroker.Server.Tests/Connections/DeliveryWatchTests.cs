using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

/// <summary>What becomes of a channel whose client keeps a delivery for too long.</summary>
public sealed class DeliveryWatchTests
{
    private static readonly ConnectionSettings TenSeconds = BrokerUnderTest.UsualSettings with { ConsumerTimeout = TimeSpan.FromSeconds(10) };

    [Test]
    public async Task A_delivery_that_is_not_settled_in_time_closes_its_channel_and_goes_back_to_its_queue([Values] bool isGot)
    {
        await using var broker = new BrokerUnderTest { Settings = TenSeconds };
        var client = await DeliveredAsync(broker, isGot);

        Assert.That(await AdvanceAsync(broker, client, 9), Is.Empty);
        var received = await AdvanceAsync(broker, client, 6);

        AssertClosed(received, 10_000);
        Assert.That(await client.CountAsync("q", 2), Is.EqualTo(1));
    }

    [Test]
    public async Task A_consumer_that_settles_in_time_goes_on()
    {
        await using var broker = new BrokerUnderTest { Settings = TenSeconds };
        var client = await DeliveredAsync(broker, isGot: false);
        for (var tag = 1UL; tag < 20; tag++)
        {
            // There is always one that is not settled.
            await client.Publish(2, "", "q", "m"u8).FlushAsync();
            Assert.That((await client.DeliveryAsync()).Tag, Is.EqualTo(tag + 1));
            Assert.That(await AdvanceAsync(broker, client, 6), Is.Empty);
            await client.SendAsync(1, new BasicAck(tag, Multiple: false));
        }
    }

    [Test]
    public async Task What_counts_as_settled_when_it_is_sent_is_never_too_late()
    {
        await using var broker = new BrokerUnderTest { Settings = TenSeconds };
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c", noAck: true);
        await client.Publish(1, "", "q", "m"u8).FlushAsync();
        await client.DeliveryAsync();

        Assert.That(await AdvanceAsync(broker, client, 60), Is.Empty);
    }

    [Test]
    public async Task Zero_lets_a_client_keep_deliveries_for_ever()
    {
        await using var broker = new BrokerUnderTest { Settings = BrokerUnderTest.UsualSettings with { ConsumerTimeout = TimeSpan.Zero } };
        var client = await DeliveredAsync(broker, isGot: false);

        Assert.That(await AdvanceAsync(broker, client, 10_000, step: 1000), Is.Empty);
    }

    [Test]
    public async Task A_queue_may_ask_for_a_time_of_its_own()
    {
        await using var broker = new BrokerUnderTest();
        var arguments = new FieldTableBuilder().Add("x-consumer-timeout", 90_000).Build();
        var client = await DeliveredAsync(broker, isGot: false, arguments);

        AssertClosed(await AdvanceAsync(broker, client, 180, step: 60), 90_000);
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Looking_is_no_sign_of_life(CancellationToken cancellationToken)
    {
        await using var broker = new BrokerUnderTest { Settings = TenSeconds };
        var client = await DeliveredAsync(broker, isGot: false, login: new Login { Heartbeat = 7 });
        broker.Advance(3);
        await Eventually.TrueAsync(() => client.Connection.Channels.Find(1)?.Deliveries.Ages.Marks == 1, "the first look", cancellationToken);

        broker.Advance(10.5);
        while (await client.ReceiveAsync() is not ReceivedMethod { Id: MethodId.ChannelClose })
        {
        }

        // More than two intervals of silence, less than one since the look.
        broker.Advance(2);
        await client.ReadToEndAsync();
    }

    private static void AssertClosed(IReadOnlyList<WireEvent> received, int timeout)
    {
        Assert.That(received, Has.Count.EqualTo(1));
        var close = ((ReceivedMethod)received[0]).Decode<ChannelClose>();
        Assert.That(close.ReplyCode, Is.EqualTo(ReplyCode.PreconditionFailed));
        Assert.That(close.ReplyText, Is.EqualTo(
            $"PRECONDITION_FAILED - delivery acknowledgement on channel 1 timed out. Timeout value used: {timeout} ms. "
            + "This timeout value can be configured, see consumers doc guide to learn more"));
        Assert.That((close.ClassId, close.MethodId), Is.EqualTo((0, 0)));
    }

    /// <summary>Lets time pass, and the server look after each step.</summary>
    /// <returns>What came meanwhile.</returns>
    private static async Task<IReadOnlyList<WireEvent>> AdvanceAsync(BrokerUnderTest broker, TestClient client, int seconds, int step = 3)
    {
        var received = new List<WireEvent>();
        for (var passed = 0; passed < seconds; passed += step)
        {
            broker.Advance(step);
            received.AddRange(await client.QuiesceAsync());
        }

        return received;
    }

    private static async Task<TestClient> DeliveredAsync(BrokerUnderTest broker, bool isGot, FieldTable? arguments = null, Login? login = null)
    {
        var client = await broker.OpenAsync(login);
        await client.OpenChannelAsync(2);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(2, new QueueDeclare { Queue = "q", Arguments = arguments ?? FieldTable.Empty });
        await client.Publish(2, "", "q", "m"u8).FlushAsync();
        if (isGot)
        {
            await client.Write(1, new BasicGet("q", NoAck: false)).ExpectContentAsync<BasicGetOk>(1);
        }
        else
        {
            await client.ConsumeAsync("q", "c");
            await client.DeliveryAsync();
        }

        return client;
    }
}
