using AmqpBroker.Core.Alarms;
using AmqpBroker.Core.Clients;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Connections;

/// <summary>What the broker knows of the connections it has, and had.</summary>
public sealed class ClientDirectoryTests
{
    private const string Name = "127.0.0.1:40000 -> 127.0.0.1:5672";

    [Test]
    public async Task An_open_connection_is_listed_with_what_was_agreed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Mechanism = "AMQPLAIN", Response = AmqPlain, FrameMax = 8192, ChannelMax = 7, Heartbeat = 9 });

        var listed = broker.Broker.Clients.List().Single();

        var details = listed.Details;
        using (Assert.EnterMultipleScope())
        {
            Assert.That((listed.Name, listed.User, listed.VirtualHost), Is.EqualTo((Name, "guest", "/")));
            Assert.That((details.FrameMax, details.ChannelMax, details.Heartbeat), Is.EqualTo((8192, 7, 9)));
            Assert.That((details.AuthMechanism, details.Protocol, details.Tls), Is.EqualTo(("AMQPLAIN", "AMQP 0-9-1", (TlsFacts?)null)));
            Assert.That(details.ClientProperties, Is.EqualTo(new Login().ClientProperties));
            Assert.That(details.Peer?.ToString(), Is.EqualTo("127.0.0.1:40000"));
            Assert.That(details.ConnectedAt, Is.EqualTo(broker.Clock.GetUtcNow()));
            Assert.That(broker.Broker.Clients.Find(Name), Is.SameAs(listed));
            Assert.That(client.Connection.View, Is.SameAs(listed));
        }
    }

    [Test]
    public async Task A_connection_that_has_not_opened_is_not_listed()
    {
        await using var broker = new BrokerUnderTest();
        await broker.Connect().StartAsync(new Login());

        Assert.That(broker.Broker.Clients.List(), Is.Empty);
    }

    [Test]
    public async Task A_connection_is_gone_before_its_client_is_told_that_it_is_closed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, new ConnectionClose(ReplyCode.Success, "bye", 0, 0));

        Assert.That(broker.Broker.Clients.List(), Is.Empty);
        Assert.That(broker.Broker.Clients.Find(Name), Is.Null);
    }

    [Test]
    public async Task A_connection_that_is_lost_is_listed_no_more()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        await client.EndAsync();
        await client.ExpectEndAsync();

        Assert.That(broker.Broker.Clients.Count, Is.Zero);
    }

    [Test]
    public async Task What_it_receives_and_sends_is_counted()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var before = broker.Broker.Clients.List().Single().Figures;

        await client.DeclareAsync("q");
        await client.Publish(1, "", "q", new byte[1000]).QuiesceAsync();
        await client.ConsumeAsync("q", "c");
        await client.DeliveryAsync();

        var after = broker.Broker.Clients.List().Single().Figures;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.OctetsReceived - before.OctetsReceived, Is.InRange(1000, 1300));
            Assert.That(after.OctetsSent - before.OctetsSent, Is.InRange(1000, 1300));
            Assert.That(after.PacketsReceived, Is.GreaterThan(before.PacketsReceived));
            Assert.That(after.PacketsSent, Is.GreaterThan(before.PacketsSent));
            Assert.That((after.Channels, after.State), Is.EqualTo((1, ClientState.Running)));
        }
    }

    [Test]
    public async Task A_channel_tells_what_it_holds()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        client.Publish(1, "", "q", "1"u8).Publish(1, "", "q", "2"u8);
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 3, Global: false));
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 5, Global: true));
        await client.ConsumeAsync("q", "c");
        await client.DeliveryAsync();
        await client.DeliveryAsync();
        await client.CallAsync<TxSelect, TxSelectOk>(1, default);
        await client.Publish(1, "", "q", "3"u8).Write(1, new BasicAck(1, Multiple: false)).QuiesceAsync();

        var channel = broker.Broker.Clients.List().Single().ListChannels().Single();

        Assert.That(channel.Name, Is.EqualTo($"{Name} (1)"));
        Assert.That(channel.Figures, Is.EqualTo(new ChannelFigures
        {
            Prefetch = 3,
            GlobalPrefetch = 5,
            IsTransactional = true,
            Consumers = 1,
            Unacked = 1,
            Uncommitted = 1,
            AcksUncommitted = 1,
        }));
        Assert.That(channel.ListConsumers().Single().Tag, Is.EqualTo("c"));
        Assert.That(channel.ListConsumers().Single().Sink.Channel, Is.SameAs(channel));
    }

    [Test]
    public async Task What_is_confirmed_and_refused_waits_for_no_confirm_any_more()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare
        {
            Queue = "full",
            Arguments = new Protocol.Fields.FieldTableBuilder().Add("x-max-length", 1).Add("x-overflow", "reject-publish").Build(),
        });
        await client.CallAsync<ConfirmSelect, ConfirmSelectOk>(1, default);
        await client.Publish(1, "", "full", "1"u8).Publish(1, "", "full", "2"u8).Publish(1, "", "nowhere", "3"u8).QuiesceAsync();

        var channel = broker.Broker.Clients.List().Single().ListChannels().Single();

        Assert.That((channel.Figures.IsConfirming, channel.Figures.Unconfirmed), Is.EqualTo((true, 0L)));
    }

    [Test]
    public async Task A_channel_is_gone_when_it_is_closed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);

        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, new ChannelClose(ReplyCode.Success, "", 0, 0));

        Assert.That(broker.Broker.Clients.List().Single().ListChannels().Select(channel => channel.Number), Is.EqualTo((int[])[2]));
    }

    [Test]
    public async Task An_alarm_shows_in_the_states()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Capabilities = ["connection.blocked"] });
        var listed = broker.Broker.Clients.List().Single();
        broker.Broker.Alarms.Set(AlarmCauses.Memory, stands: true);
        var before = listed.Figures.State;

        client.Publish(1, "", "nowhere", "m"u8);
        await client.ExpectAsync<ConnectionBlocked>(0);
        var blocked = listed.Figures.State;
        broker.Broker.Alarms.Set(AlarmCauses.Memory, stands: false);
        await client.ExpectAsync<ConnectionUnblocked>(0);

        Assert.That((before, blocked, listed.Figures.State), Is.EqualTo((ClientState.Blocking, ClientState.Blocked, ClientState.Running)));
    }

    [Test]
    public async Task Only_those_are_closed_that_are_meant_and_each_is_told_why()
    {
        await using var broker = new BrokerUnderTest();
        var (meant, other) = (await broker.OpenAsync(), await broker.OpenAsync(new Login { Heartbeat = 77 }));

        var count = broker.Broker.Clients.CloseWhere(
            connection => connection.Details.Heartbeat != 77, ConnectionErrors.ClosedByOperator("maintenance"));

        Assert.That(await meant.ExpectCloseAsync(), Is.EqualTo(new Closing("Co", 320, "CONNECTION_FORCED - maintenance", "0.0")));
        Assert.That(broker.Broker.Clients.List().Select(connection => connection.Figures.State), Does.Contain(ClientState.Closing));
        await meant.SendAsync(0, default(ConnectionCloseOk));
        await meant.ExpectEndAsync();
        Assert.That(count, Is.EqualTo(1));
        Assert.That(await other.QuiesceAsync(), Is.Empty);
        Assert.That(broker.Broker.Clients.List().Single(), Is.SameAs(other.Connection.View));
    }

    [Test]
    public async Task All_of_a_user_or_of_a_virtual_host_are_closed()
    {
        await using var broker = new BrokerUnderTest();
        var (first, second) = (await broker.OpenAsync(), await broker.OpenAsync());

        var others = broker.Broker.Clients.CloseUser("somebody", ConnectionErrors.UserDeleted("somebody"))
            + broker.Broker.Clients.CloseVirtualHost("elsewhere", ConnectionErrors.VhostDeleted("elsewhere"));
        var count = broker.Broker.Clients.CloseUser("guest", ConnectionErrors.UserDeleted("guest"));

        Assert.That((others, count), Is.EqualTo((0, 2)));
        Assert.That((await first.ExpectCloseAsync()).Text, Is.EqualTo("CONNECTION_FORCED - user 'guest' is deleted"));
        Assert.That((await second.ExpectCloseAsync()).Code, Is.EqualTo(320));
    }

    [Test]
    public async Task The_end_of_a_channel_is_remembered_with_what_caused_it()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        client.Write(1, new QueueDeclare { Queue = "missing", Passive = true });
        await client.ExpectCloseAsync();
        await client.CallAsync<ChannelClose, ChannelCloseOk>(2, new ChannelClose(ReplyCode.Success, "done", 0, 0));

        var closed = broker.Broker.Clients.Closed.List();

        Assert.That(closed, Is.EqualTo((ClosedClient[])
        [
            new() { Connection = Name, Channel = 2, User = "guest", VirtualHost = "/", ClosedAt = broker.Clock.GetUtcNow(), Initiator = CloseInitiator.Client, Code = ReplyCode.Success, Text = "done" },
            new()
            {
                Connection = Name, Channel = 1, User = "guest", VirtualHost = "/", ClosedAt = broker.Clock.GetUtcNow(), Initiator = CloseInitiator.Broker,
                Code = ReplyCode.NotFound, Text = "NOT_FOUND - no queue 'missing' in vhost '/'", Operation = "queue.declare",
            },
        ]));
    }

    [Test]
    public async Task The_end_of_a_connection_is_remembered_whoever_ended_it()
    {
        await using var broker = new BrokerUnderTest();
        var lost = await broker.OpenAsync();
        await lost.EndAsync();
        await lost.ExpectEndAsync();
        var polite = await broker.OpenAsync();
        await polite.CallAsync<ConnectionClose, ConnectionCloseOk>(0, new ConnectionClose(ReplyCode.Success, "bye", 0, 0));
        var wrong = await broker.OpenAsync();
        wrong.Write(1, default(ChannelOpen));
        await wrong.ExpectCloseAsync();
        var silent = await broker.OpenAsync(new Login { Heartbeat = 1 });
        broker.Advance(5);
        await silent.ReadToEndAsync();

        var closed = broker.Broker.Clients.Closed.List().Select(end => (end.Initiator, end.Code, end.Text, end.Operation));

        Assert.That(closed, Is.EqualTo(((CloseInitiator, ReplyCode?, string, string?)[])
        [
            (CloseInitiator.Network, null, "no heartbeat from the client for 2 s", null),
            (CloseInitiator.Broker, ReplyCode.ChannelError, "CHANNEL_ERROR - second 'channel.open' seen", "channel.open"),
            (CloseInitiator.Client, ReplyCode.Success, "bye", null),
            (CloseInitiator.Network, null, "the client closed the socket without closing the connection", null),
        ]));
    }

    [Test]
    public async Task A_refused_login_is_remembered()
    {
        await using var broker = new BrokerUnderTest();
        var client = broker.Connect();
        client.Write(Protocol.Framing.FrameConstants.ProtocolHeader);
        await client.ExpectAsync<ConnectionStart>(0);
        client.Write(0, new ConnectionStartOk(new Login().ClientProperties, "PLAIN", "\0guest\0wrong"u8.ToArray(), "en_US"));
        await client.ExpectCloseAsync();

        await Eventually.TrueAsync(() => broker.Broker.Clients.Closed.List().Count == 1, "the refusal", CancellationToken.None);
        Assert.That(broker.Broker.Clients.Closed.List()[0].Text, Does.Contain("wrong user name or password"));
    }

    private static byte[] AmqPlain => new Protocol.Fields.FieldTableBuilder().Add("LOGIN", "guest").Add("PASSWORD", "guest").Build().ToContent();
}
