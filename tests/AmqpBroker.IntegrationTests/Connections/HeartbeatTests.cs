using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Connections;

public sealed class HeartbeatTests
{
    private static readonly byte[] Heartbeat = ForgedFrame.Of(type: 8, channel: 0, payload: []);

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_client_may_ask_for_another_interval(CancellationToken cancellationToken)
    {
        var factory = TestClient.Factory(SharedBroker.Endpoint);
        factory.RequestedHeartbeat = TimeSpan.FromSeconds(7);

        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);

        Assert.That(client.Connection.Heartbeat, Is.EqualTo(TimeSpan.FromSeconds(7)));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_sends_heartbeats_to_a_client_that_only_listens(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(seconds: 2, cancellationToken);

        // Each one is answered, so that the broker keeps the connection: six are sent in three intervals.
        for (var received = 0; received < 6; received++)
        {
            Assert.That(await client.ReceiveWithHeartbeatsAsync(cancellationToken), Is.InstanceOf<ReceivedHeartbeat>());
            await client.SendAsync(Heartbeat, cancellationToken);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_silent_client_is_dropped_without_a_word(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(seconds: 1, cancellationToken);

        await client.ExpectEndAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_a_dropped_client_held_goes_back_to_its_queue(CancellationToken cancellationToken)
    {
        await using var other = await TestClient.ConnectAsync(cancellationToken);
        var queue = await other.DeclareSharedQueueAsync(cancellationToken);
        await other.PublishToQueueAsync(queue, ["held"], cancellationToken);
        await using var silent = await OpenAsync(seconds: 1, cancellationToken);
        await silent.SendAsync(1, new BasicGet(queue, NoAck: false), cancellationToken);
        await silent.ExpectMethodAsync(MethodId.BasicGetOk, cancellationToken);

        await silent.ExpectEndAsync(cancellationToken);

        await other.WaitForReadyAsync(queue, 1, cancellationToken);
        await other.Channel.QueueDeleteAsync(queue, cancellationToken: cancellationToken);
    }

    private static Task<RawAmqpClient> OpenAsync(ushort seconds, CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, new RawLogin { Heartbeat = seconds });
}
