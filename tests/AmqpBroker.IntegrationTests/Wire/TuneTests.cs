using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

public sealed class TuneTests
{
    [TestCase(2047, 131_072u, 0)]
    [TestCase(1, 131_072u, 60)]
    [TestCase(2047, 4096u, 65_535)]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_may_ask_for_less_than_is_offered(
        int channelMax, uint frameMax, int heartbeat, CancellationToken cancellationToken)
    {
        var login = new RawLogin { ChannelMax = (ushort)channelMax, FrameMax = frameMax, Heartbeat = (ushort)heartbeat };

        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, login);

        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: false), cancellationToken);
    }

    [TestCase(0, 131_072u, "channel_max = 0 (no limit) is higher than the maximum allowed value (2047)")]
    [TestCase(2048, 131_072u, "channel_max = 2048 is higher than the maximum allowed value (2047)")]
    [TestCase(2047, 0u, "frame_max = 0 (no limit) is higher than the maximum allowed value (131072)")]
    [TestCase(2047, 131_073u, "frame_max = 131073 is higher than the maximum allowed value (131072)")]
    [TestCase(2047, 4095u, "frame_max = 4095 is lower than the minimum allowed value (4096)")]
    [OwnBroker("says what is wrong with the client's tuning")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_asks_for_more_is_told_what_is_wrong(
        int channelMax, uint frameMax, string why, CancellationToken cancellationToken)
    {
        // RabbitMQ 3 drops the socket after three seconds; RabbitMQ 4 answers like this.
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Tuned, cancellationToken);

        await client.SendAsync(0, new ConnectionTuneOk((ushort)channelMax, frameMax, 0), cancellationToken);

        await WireAssert.ConnectionClosedAsync(
            client, new Closing(530, $"NOT_ALLOWED - negotiated {why}", 10, 30), cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task One_channel_too_many_closes_the_connection(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, new RawLogin { ChannelMax = 2 });
        await client.OpenChannelAsync(2, cancellationToken);

        await client.SendAsync(3, new ChannelOpen(string.Empty), cancellationToken);

        await WireAssert.ConnectionClosedAsync(
            client,
            new Closing(530, "NOT_ALLOWED - number of channels opened (2) has reached the negotiated channel_max (2)"),
            cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_closed_channel_makes_room_for_another(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, new RawLogin { ChannelMax = 1 });
        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, new ChannelClose(), cancellationToken);

        await client.OpenChannelAsync(65_535, cancellationToken);
    }
}
