using AmqpBroker.Core.Limits;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit;

namespace AmqpBroker.Server.Tests.Connections;

/// <summary>How many connections and channels virtual hosts and users may have.</summary>
public sealed class LimitTests
{
    [Test]
    public async Task A_virtual_host_takes_as_many_connections_as_it_may()
    {
        await using var broker = new BrokerUnderTest();
        await LimitHostAsync(broker, LimitNames.MaxConnections, 2);
        await broker.OpenAsync();
        var second = await broker.OpenAsync();

        var refusal = await RefusedAsync(broker);
        await CloseAsync(second);
        await broker.OpenAsync();

        Assert.That(refusal, Is.EqualTo(new Closing(
            "Co", 530, "NOT_ALLOWED - access to vhost '/' refused for user 'guest': connection limit (2) is reached", "10.40")));
    }

    [Test]
    public async Task The_broker_takes_as_many_connections_as_it_may()
    {
        await using var broker = new BrokerUnderTest();
        broker.Broker.Clients.MaxConnections = 2;
        await LimitUserAsync(broker, LimitNames.MaxConnections, 2);
        await broker.OpenAsync();
        var second = await broker.OpenAsync();

        var refusal = await RefusedAsync(broker);
        await CloseAsync(second);
        await broker.OpenAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refusal, Is.EqualTo(new Closing("Co", 530, "NOT_ALLOWED - connection refused: node connection limit (2) is reached", "10.40")));
            Assert.That(broker.Broker.Clients.Admitted.Count, Is.EqualTo(2));
        }
    }

    [Test]
    public async Task A_connection_refused_for_another_limit_does_not_count_for_the_broker()
    {
        await using var broker = new BrokerUnderTest();
        await LimitUserAsync(broker, LimitNames.MaxConnections, 0);
        await RefusedAsync(broker);
        await LimitHostAsync(broker, LimitNames.MaxConnections, 0);
        await RefusedAsync(broker);

        Assert.That(broker.Broker.Clients.Admitted.Count, Is.Zero);
    }

    [Test]
    public async Task A_user_gets_as_many_connections_as_it_may()
    {
        await using var broker = new BrokerUnderTest();
        await LimitUserAsync(broker, LimitNames.MaxConnections, 1);
        var first = await broker.OpenAsync();

        var refusal = await RefusedAsync(broker);
        await first.EndAsync();
        await Eventually.TrueAsync(() => broker.Broker.UserLimits.Of("guest").Connections.Count == 0, "the connection to end", CancellationToken.None);
        await broker.OpenAsync();

        Assert.That(refusal, Is.EqualTo(new Closing(
            "Co", 530, "NOT_ALLOWED - connection refused for user 'guest': user connection limit (1) is reached", "10.40")));
    }

    [Test]
    public async Task A_connection_that_its_user_may_not_have_does_not_count_for_the_virtual_host()
    {
        await using var broker = new BrokerUnderTest();
        await LimitUserAsync(broker, LimitNames.MaxConnections, 0);

        await RefusedAsync(broker);

        broker.Broker.TryGetVirtualHost("/", out var host);
        Assert.That((host!.Limits.Connections.Count, broker.Broker.UserLimits.Of("guest").Connections.Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_user_gets_as_many_channels_as_it_may_over_all_its_connections()
    {
        await using var broker = new BrokerUnderTest();
        await LimitUserAsync(broker, LimitNames.MaxChannels, 3);
        var one = await broker.OpenAsync();
        var other = await broker.OpenAsync();
        await other.OpenChannelAsync(2);

        one.Write(2, default(ChannelOpen));

        Assert.That(await one.ExpectCloseAsync(), Is.EqualTo(new Closing(
            "Co", 530, "NOT_ALLOWED - number of channels opened for user 'guest' has reached the maximum allowed user limit of (3)", "0.0")));
        await other.OpenChannelAsync(3);
    }

    [Test]
    public async Task Channels_that_are_closed_by_either_side_count_no_more()
    {
        await using var broker = new BrokerUnderTest();
        await LimitUserAsync(broker, LimitNames.MaxChannels, 2);
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);

        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, default);
        client.Write(2, new QueueDeclare("nope", Passive: true, Durable: false, Exclusive: false, AutoDelete: false, NoWait: false, FieldTable.Empty));
        Assert.That((await client.ExpectCloseAsync()).Code, Is.EqualTo(404));
        await client.OpenChannelAsync(3);
        await client.OpenChannelAsync(4);
        await CloseAsync(client);

        Assert.That(broker.Broker.UserLimits.Of("guest").Channels.Count, Is.Zero);
    }

    [Test]
    public async Task A_limit_that_comes_later_holds_for_those_that_come_later()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await broker.OpenAsync();

        await LimitHostAsync(broker, LimitNames.MaxConnections, 1);
        var refusal = await RefusedAsync(broker);
        await client.OpenChannelAsync(2);
        await LimitHostAsync(broker, LimitNames.MaxConnections, -1);
        await broker.OpenAsync();

        Assert.That(refusal.Code, Is.EqualTo(530));
    }

    private static async Task<Closing> RefusedAsync(BrokerUnderTest broker)
    {
        var client = broker.Connect();
        await client.StartAsync(new Login());
        client.Write(0, new ConnectionTuneOk(10, 4096, 0)).Write(0, new ConnectionOpen("/", "", Insist: false));
        var closing = await client.ExpectCloseAsync();
        await client.SendAsync(0, default(ConnectionCloseOk));
        await client.ExpectEndAsync();
        return closing;
    }

    private static async Task CloseAsync(TestClient client) =>
        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, default);

    private static async Task LimitHostAsync(BrokerUnderTest broker, string name, long value)
    {
        Assert.That(broker.Broker.TryGetVirtualHost("/", out var host), Is.True);
        Assert.That((await host!.Limits.SetAsync(Limit(name, value))).IsSet, Is.True);
    }

    private static async Task LimitUserAsync(BrokerUnderTest broker, string name, long value) =>
        Assert.That((await broker.Broker.UserLimits.SetAsync("guest", Limit(name, value))).IsSet, Is.True);

    private static FieldTable Limit(string name, long value) => FieldTable.Of(new FieldEntry(name, FieldValue.From(value)));
}
