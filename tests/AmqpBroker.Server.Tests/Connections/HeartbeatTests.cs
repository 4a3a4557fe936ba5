using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class HeartbeatTests
{
    private static readonly byte[] Heartbeat = ForgedFrame.Of(8, 0, []);

    [Test]
    public async Task A_heartbeat_is_sent_when_nothing_was_for_half_the_interval()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 4 });
        broker.Advance(0.5);

        broker.Advance(1.5);
        Assert.That(client.Unread(), Is.Zero, "too early");
        broker.Advance(0.5);

        Assert.That(await client.ReceiveAsync(), Is.InstanceOf<ReceivedHeartbeat>());
    }

    [Test]
    public async Task Answers_stand_for_heartbeats()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 2 });

        for (var i = 0; i < 10; i++)
        {
            broker.Advance(0.5);
            await client.CallAsync<BasicQos, BasicQosOk>(1, default);
        }

        Assert.That(client.Unread(), Is.Zero);
    }

    [Test]
    public async Task A_publisher_that_gets_no_answers_gets_heartbeats()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 2 }, unreadLimit: BrokerUnderTest.InStep);

        for (var i = 0; i < 6; i++)
        {
            await client.Publish(1, "", "nowhere", "x"u8).FlushAsync();
            broker.Advance(0.5);
        }

        Assert.That(client.Unread(), Is.GreaterThanOrEqualTo(Heartbeat.Length), "a client hears nothing and gives the connection up");
    }

    [Test]
    public async Task A_silent_client_is_dropped_after_two_intervals_without_a_frame()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 1 });

        broker.Advance(2);
        Assert.That(client.Connection.Lifetime.IsExpired, Is.False, "too early");
        broker.Advance(1);

        WireEvent received;
        while ((received = await client.ReceiveAsync()) is ReceivedHeartbeat)
        {
        }

        Assert.That(received, Is.InstanceOf<SocketEnd>());
        Assert.That(broker.Log.Lines, Has.Some.Contains("no heartbeat from the client for 2 s"));
    }

    [Test]
    public async Task Any_octets_are_a_sign_of_life()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 1 }, unreadLimit: BrokerUnderTest.InStep);

        foreach (var pair in Heartbeat.Concat(Heartbeat).Chunk(2))
        {
            broker.Advance(1);
            await client.Write(pair).FlushAsync();
        }

        Assert.That(client.Connection.Lifetime.IsExpired, Is.False);
    }

    [Test]
    public async Task Without_heartbeats_none_is_sent_and_silence_is_allowed()
    {
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync(new Login { Heartbeat = 0 });

        broker.Advance(10_000);

        Assert.That(await client.QuiesceAsync(), Is.Empty);
    }
}
