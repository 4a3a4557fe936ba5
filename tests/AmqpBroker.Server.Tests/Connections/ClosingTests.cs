using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class ClosingTests
{
    private static readonly ConnectionClose Goodbye = new(ReplyCode.Success, "Goodbye", 0, 0);

    [Test]
    public async Task A_client_that_closes_gets_close_ok_and_closes_its_socket()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, Goodbye);
        Assert.That(client.Served.IsCompleted, Is.False, "it is the client that closes the socket");
        await client.EndAsync();

        await client.ExpectEndAsync();
    }

    [TestCase(0, 30)]
    [TestCase(5, 5)]
    [TestCase(60, 30)]
    public async Task A_client_that_closed_and_keeps_its_socket_loses_it(int heartbeat, int seconds)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = (ushort)heartbeat });
        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, Goodbye);
        await Eventually.TrueAsync(() => client.Connection.State == ConnectionState.Closed, "the close to be handled", default);

        broker.Advance(seconds - 0.5);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False, "too early");
        broker.Advance(0.5);

        await client.Served.WaitAsync(TestClient.Deadline);
    }

    [TestCase(0, 30)]
    [TestCase(5, 5)]
    public async Task A_client_that_does_not_answer_close_loses_its_socket(int heartbeat, int seconds)
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = (ushort)heartbeat });
        await client.Write(0, default(BasicQos)).ExpectCloseAsync();
        await Eventually.TrueAsync(() => client.Connection.State == ConnectionState.Closing, "the close to be sent", default);

        broker.Advance(seconds - 0.5);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False, "too early");
        broker.Advance(0.5);

        await client.Served.WaitAsync(TestClient.Deadline);
    }

    [Test]
    public async Task After_the_brokers_close_all_but_close_and_close_ok_is_dropped()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.Write(0, default(BasicQos)).ExpectCloseAsync();

        client.Write(1, new QueueDeclare { Queue = "dropped" })
            .Write(0, new ConnectionUpdateSecret(default, ""))
            .Write(1, default(ChannelClose))
            .Write(9, default(ChannelOpen))
            .Write(ForgedFrame.Of(8, 1, []))
            .Write(ForgedFrame.Of(1, 0, [0]))
            .Write(0, Goodbye);
        await client.ExpectAsync<ConnectionCloseOk>(0);
        client.Write(0, default(ConnectionCloseOk));

        await client.ExpectEndAsync();
        Assert.That(broker.Broker.TryGetVirtualHost("/", out var virtualHost) && virtualHost.ListQueues().Count == 0, Is.True);
    }

    [Test]
    public async Task The_socket_is_closed_at_once_after_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.Write(0, default(BasicQos)).ExpectCloseAsync();

        client.Write(0, default(ConnectionCloseOk));

        await client.ExpectEndAsync();
    }

    [Test]
    public async Task Exclusive_queues_are_gone_before_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "mine", Exclusive = true });

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, Goodbye);

        Assert.That(
            (await other.Write(1, new QueueDeclare { Queue = "mine", Passive = true }).ExpectCloseAsync()).Code,
            Is.EqualTo(404));
    }

    [Test]
    public async Task Exclusive_queues_go_with_a_socket_that_breaks()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "mine", Exclusive = true });

        await client.EndAsync();
        await client.ExpectEndAsync();

        Assert.That(
            (await other.Write(1, new QueueDeclare { Queue = "mine", Passive = true }).ExpectCloseAsync()).Code,
            Is.EqualTo(404));
    }

    [Test]
    public async Task An_exclusive_queue_can_be_declared_again_after_it_was_deleted_and_goes_with_the_connection()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        var mine = new QueueDeclare { Queue = "mine", Exclusive = true };
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, mine);
        await client.CallAsync<QueueDelete, QueueDeleteOk>(1, new QueueDelete { Queue = "mine" });
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, mine);

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, Goodbye);

        await other.CallAsync<QueueDeclare, QueueDeclareOk>(1, mine);
    }

    [Test]
    public async Task A_connection_closed_for_an_error_gives_back_what_it_held_before_its_client_answers()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "mine", Exclusive = true });
        await client.ConsumeAsync("q", "c");
        await other.Publish(1, "", "q", "m"u8).FlushAsync();
        await client.DeliveryAsync();

        await client.Write(0, default(BasicQos)).ExpectCloseAsync();

        await other.ConsumeAsync("q", "c");
        Assert.That(await other.DeliveryAsync(), Is.EqualTo((1UL, "m", true)));
        Assert.That(
            (await other.Write(1, new QueueDeclare { Queue = "mine", Passive = true }).ExpectCloseAsync()).Code,
            Is.EqualTo(404));
    }

    [Test]
    public async Task Nothing_is_delivered_after_the_brokers_close()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.ConsumeAsync("q", "c");
        await client.Write(0, default(BasicQos)).ExpectCloseAsync();

        await other.Publish(1, "", "q", "m"u8).QuiesceAsync();
        client.Write(0, default(ConnectionCloseOk));

        await client.ExpectEndAsync();
        Assert.That(await other.CountAsync("q"), Is.EqualTo(1));
    }

    [Test]
    public async Task Messages_sent_before_a_close_in_the_same_read_are_kept()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");

        client.Publish(1, "", "q", "a"u8).Publish(1, "", "q", "b"u8).Write(0, Goodbye);
        await client.ExpectAsync<ConnectionCloseOk>(0);

        Assert.That(await other.CountAsync("q"), Is.EqualTo(2));
    }

    [Test]
    public async Task Messages_sent_before_the_socket_was_closed_are_kept()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");

        for (var i = 0; i < 1000; i++)
        {
            client.Publish(1, "", "q", new byte[100]);
        }

        await client.EndAsync();
        await client.Served.WaitAsync(TestClient.Deadline);

        Assert.That(await other.CountAsync("q"), Is.EqualTo(1000));
    }

    [Test]
    public async Task Messages_and_acks_before_an_error_in_the_same_read_count()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.DeclareAsync("r");
        await client.Publish(1, "", "q", "m"u8).ConsumeAsync("q", "c");
        await client.DeliveryAsync();

        client.Publish(1, "", "r", "a"u8).Write(1, new BasicAck(1, false)).Write(0, default(BasicQos));
        await client.ExpectCloseAsync();

        Assert.That((await other.CountAsync("q"), await other.CountAsync("r")), Is.EqualTo((0u, 1u)));
    }

    [Test]
    public async Task A_shutdown_closes_with_320_and_waits_for_close_ok()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(new Close(
            "Co", 320, "CONNECTION_FORCED - broker forced connection closure with reason 'shutdown'", "0.0")));
        client.Write(0, default(ConnectionCloseOk));
        await client.ExpectEndAsync();
    }

    [Test]
    public async Task A_shutdown_is_logged_once_whatever_the_client_goes_on_to_send()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(unreadLimit: BrokerUnderTest.InStep);
        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());
        await client.ExpectCloseAsync();

        for (var i = 0; i < 3; i++)
        {
            await client.SendAsync(1, default(BasicQos));
        }

        Assert.That(broker.Log.Lines.Count(line => line.Contains("closed by the broker", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public async Task A_shutdown_before_the_protocol_header_just_ends_the_connection()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();

        client.Connection.Lifetime.RequestShutdown(ConnectionErrors.Shutdown());

        await client.ExpectEndAsync();
    }
}
