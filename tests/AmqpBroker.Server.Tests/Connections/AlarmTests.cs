using AmqpBroker.Core.Alarms;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Framing;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

/// <summary>What a connection goes through while an alarm stands, in the order seen on RabbitMQ.</summary>
public sealed class AlarmTests
{
    private static readonly Login Told = new() { Capabilities = ["connection.blocked"] };

    [Test]
    public async Task Who_publishes_is_blocked_and_goes_on_where_it_was_when_the_alarm_is_over()
    {
        await using var broker = new BrokerUnderTest();
        var (publisher, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        await publisher.DeclareAsync("q");
        await publisher.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        Raise(broker, AlarmCauses.Memory);

        publisher.Write(1, default(BasicQos)).Publish(1, "", "q", "1"u8).Publish(1, "", "q", "2"u8).Write(1, default(BasicQos));
        await publisher.ExpectAsync<BasicQosOk>(1);
        var blocked = await publisher.ExpectAsync<ConnectionBlocked>(0);
        await other.QuiesceAsync();
        var whileBlocked = (publisher.Unread(), await other.CountAsync("q"), publisher.Connection.Blocking);
        Clear(broker, AlarmCauses.Memory);

        await publisher.ExpectAsync<ConnectionUnblocked>(0);
        var confirm = await publisher.ExpectAsync<BasicAck>(1);
        await publisher.ExpectAsync<BasicQosOk>(1);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(blocked.Reason, Is.EqualTo("low on memory"));
            Assert.That(whileBlocked, Is.EqualTo((0L, 0u, ConnectionBlocking.Blocked)));
            Assert.That(confirm, Is.EqualTo(new BasicAck(2, Multiple: true)));
            Assert.That(publisher.Connection.Blocking, Is.EqualTo(ConnectionBlocking.None));
        }
    }

    [Test]
    public async Task A_publish_without_its_content_blocks_nobody_and_the_header_does()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told);
        Raise(broker, AlarmCauses.DiskSpace);

        await client.SendAsync(1, new BasicPublish("", "nowhere", Mandatory: false, Immediate: false));
        var quiet = await client.QuiesceAsync();
        FrameWriter.WriteHeader(client.Output, 1, RawAmqpClient.EncodeHeader(1, BasicProperties.Empty));

        Assert.That((await client.ExpectAsync<ConnectionBlocked>(0)).Reason, Is.EqualTo("low on disk"));
        Assert.That(quiet, Is.Empty);
    }

    [Test]
    public async Task A_message_that_its_header_completes_still_counts()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told);
        Raise(broker, AlarmCauses.Memory);

        client.Publish(1, "no such exchange", "", ""u8);
        client.Skip(1);

        Assert.That((await client.ExpectAsync<ConnectionBlocked>(0)).Reason, Is.EqualTo("low on memory"));
    }

    [Test]
    public async Task A_content_begun_before_the_alarm_stops_after_its_next_frame()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        await client.DeclareAsync("q");
        client.Write(1, new BasicPublish("", "q", Mandatory: false, Immediate: false));
        FrameWriter.WriteHeader(client.Output, 1, RawAmqpClient.EncodeHeader(2, BasicProperties.Empty));
        await client.FlushAsync();
        await other.QuiesceAsync();
        Raise(broker, AlarmCauses.Memory);

        FrameWriter.WriteBody(client.Output, 1, "a"u8, frameMax: 4096);
        FrameWriter.WriteBody(client.Output, 1, "b"u8, frameMax: 4096);
        await client.ExpectAsync<ConnectionBlocked>(0);
        var countWhileBlocked = await other.CountAsync("q");
        Clear(broker, AlarmCauses.Memory);

        await client.ExpectAsync<ConnectionUnblocked>(0);
        var got = await other.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
        Assert.That((countWhileBlocked, got.Body), Is.EqualTo((0, "ab"u8.ToArray())));
    }

    [Test]
    public async Task A_held_message_goes_where_it_belongs_when_it_goes()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "later", "m"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        await other.DeclareAsync("later");
        Clear(broker, AlarmCauses.Memory);
        await client.ExpectAsync<ConnectionUnblocked>(0);
        await client.QuiesceAsync();

        Assert.That(await other.CountAsync("later"), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_does_not_publish_goes_on_though_it_has_published_before()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told);
        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", "m"u8).QuiesceAsync();
        Raise(broker, AlarmCauses.Memory | AlarmCauses.DiskSpace);

        await client.ConsumeAsync("q", "c");
        var delivery = await client.DeliveryAsync();
        await client.SendAsync(1, new BasicAck(delivery.Tag, Multiple: false));
        var late = await broker.OpenAsync(Told);

        Assert.That(await late.CountAsync("q"), Is.Zero);
        Assert.That((client.Connection.Blocking, await client.QuiesceAsync()), Is.EqualTo((ConnectionBlocking.Blocking, Array.Empty<WireEvent>())));
    }

    [Test]
    public async Task Heartbeats_go_on_and_silence_is_no_fault_of_the_client()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told with { Heartbeat = 1 });
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "nowhere", "x"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        var heartbeats = 0;
        for (var i = 0; i < 20; i++)
        {
            broker.Advance(0.5);
        }

        while (client.Unread() > 0)
        {
            Assert.That(await client.ReceiveAsync(), Is.InstanceOf<ReceivedHeartbeat>());
            heartbeats++;
        }

        Assert.That(heartbeats, Is.GreaterThan(5));
        Clear(broker, AlarmCauses.Memory);
        await client.ExpectAsync<ConnectionUnblocked>(0);
        broker.Advance(1.5);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False, "the silence of the wait does not count");
    }

    [Test]
    public async Task A_blocked_consumer_gets_what_comes_meanwhile()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        await other.DeclareAsync("q");
        await other.Publish(1, "", "q", "m"u8).QuiesceAsync();
        await other.ConsumeAsync("q", "first");
        var delivery = await other.DeliveryAsync();
        await client.ConsumeAsync("q", "second", noAck: true);
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "nowhere", "x"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        await other.Write(1, new BasicCancel("first", NoWait: true)).SendAsync(1, new BasicReject(delivery.Tag, Requeue: true));

        Assert.That(await client.DeliveryAsync(), Is.EqualTo((1UL, "m", true)));
    }

    [Test]
    public async Task A_client_without_the_capability_waits_all_the_same_and_is_told_nothing()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(), await broker.OpenAsync());
        await client.DeclareAsync("q");
        Raise(broker, AlarmCauses.Memory);

        await client.Publish(1, "", "q", "m"u8).Write(1, default(BasicQos)).FlushAsync();
        await UntilBlockedAsync(client);
        var whileBlocked = (client.Unread(), await other.CountAsync("q"));
        Clear(broker, AlarmCauses.Memory);

        await client.ExpectAsync<BasicQosOk>(1);
        Assert.That((whileBlocked, await other.CountAsync("q")), Is.EqualTo(((0L, 0u), 1u)));
    }

    [Test]
    public async Task Another_alarm_is_not_told_and_the_last_to_end_is()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told);
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "nowhere", "x"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        Raise(broker, AlarmCauses.DiskSpace);
        Clear(broker, AlarmCauses.Memory);
        Assert.That(client.Connection.Blocking, Is.EqualTo(ConnectionBlocking.Blocked));
        Clear(broker, AlarmCauses.DiskSpace);

        await client.ExpectAsync<ConnectionUnblocked>(0);
        Raise(broker, AlarmCauses.Memory | AlarmCauses.DiskSpace);
        client.Publish(1, "", "nowhere", "x"u8);
        Assert.That((await client.ExpectAsync<ConnectionBlocked>(0)).Reason, Is.EqualTo("low on disk & memory"), "a new alarm, told anew");
    }

    [Test]
    public async Task A_blocked_client_that_goes_leaves_nothing_behind()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        await other.DeclareAsync("q");
        await other.Publish(1, "", "q", "m"u8).QuiesceAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "own", Exclusive = true });
        await client.ConsumeAsync("q", "c");
        await client.DeliveryAsync();
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "q", "held"u8).Publish(1, "", "q", "held"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        await client.EndAsync();

        await client.ExpectEndAsync();
        Assert.That(await other.CountAsync("q"), Is.EqualTo(1), "what it had not settled is back");
        await other.SendAsync(1, new QueueDeclare { Queue = "own", Passive = true });
        Assert.That((await other.ExpectCloseAsync()).Code, Is.EqualTo(404));
    }

    [Test]
    public async Task A_blocked_client_is_closed_when_the_broker_stops_and_what_it_sent_is_dropped()
    {
        await using var broker = new BrokerUnderTest();
        var (client, other) = (await broker.OpenAsync(Told), await broker.OpenAsync());
        await other.DeclareAsync("q");
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "q", "held"u8).Publish(1, "", "q", "held"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);

        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());

        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(320));
        await client.SendAsync(0, default(ConnectionCloseOk));
        await client.ExpectEndAsync();
        Assert.That(await other.CountAsync("q"), Is.Zero);
    }

    [Test]
    public async Task Even_a_close_waits_until_the_alarm_is_over()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(Told);
        Raise(broker, AlarmCauses.Memory);
        client.Publish(1, "", "nowhere", "x"u8).Write(0, default(ConnectionClose));
        await client.ExpectAsync<ConnectionBlocked>(0);

        Clear(broker, AlarmCauses.Memory);

        await client.ExpectAsync<ConnectionUnblocked>(0);
        await client.ExpectAsync<ConnectionCloseOk>(0);
    }

    [Test]
    public async Task Alarms_that_come_and_go_under_many_publishers_hold_up_none_for_good()
    {
        await using var broker = new BrokerUnderTest();
        var publishers = new List<TestClient>();
        for (var i = 0; i < 8; i++)
        {
            publishers.Add(await broker.OpenAsync(Told));
        }

        var other = await broker.OpenAsync();
        await other.DeclareAsync("q");
        using var stop = new CancellationTokenSource();
        var alarming = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                Raise(broker, AlarmCauses.Memory);
                await Task.Yield();
                Clear(broker, AlarmCauses.Memory);
                await Task.Yield();
            }
        });

        const int messages = 300;
        await Task.WhenAll(publishers.Select(publisher => Task.Run(async () =>
        {
            for (var i = 0; i < messages; i++)
            {
                await publisher.Publish(1, "", "q", "m"u8).FlushAsync();
            }

            await publisher.QuiesceAsync();
        })));
        await stop.CancelAsync();
        await alarming;

        Assert.That(await other.CountAsync("q"), Is.EqualTo(8 * messages));
    }

    private static void Raise(BrokerUnderTest broker, AlarmCauses cause) => broker.Broker.Alarms.Set(cause, stands: true);

    private static void Clear(BrokerUnderTest broker, AlarmCauses cause) => broker.Broker.Alarms.Set(cause, stands: false);

    private static Task UntilBlockedAsync(TestClient client) => Eventually.TrueAsync(
        () => client.Connection.Blocking == ConnectionBlocking.Blocked, "the connection to be blocked", CancellationToken.None);
}
