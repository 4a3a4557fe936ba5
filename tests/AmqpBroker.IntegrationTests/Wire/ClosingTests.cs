using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

public sealed class ClosingTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_says_goodbye_gets_an_answer(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        var goodbye = new ConnectionClose((ReplyCode)200, "bye", 0, 0);

        await client.CallAsync<ConnectionClose, ConnectionCloseOk>(0, goodbye, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task After_the_brokers_goodbye_only_close_counts(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.SendAsync(1, new ChannelOpen(string.Empty), cancellationToken);
        await client.ExpectAsync<ConnectionClose>(cancellationToken);

        await client.SendAsync(1, new QueueDeclare { Exclusive = true }, cancellationToken);
        await client.SendAsync(0, new ConnectionClose((ReplyCode)200, "bye", 0, 0), cancellationToken);

        await client.ExpectAsync<ConnectionCloseOk>(cancellationToken);
        await client.SendAsync(0, new ConnectionCloseOk(), cancellationToken);
        await client.ExpectEndAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Close_ok_to_the_brokers_goodbye_ends_the_socket_at_once(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.SendAsync(1, new ChannelOpen(string.Empty), cancellationToken);

        var closing = new Closing(504, "CHANNEL_ERROR - second 'channel.open' seen", 20, 10);
        await WireAssert.ConnectionClosedAsync(client, closing, cancellationToken);
    }

    [Test]
    [OwnBroker("ends a closed socket in order")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_closed_connection_ends_in_order(CancellationToken cancellationToken)
    {
        // RabbitMQ resets the socket.
        await using var client = await OpenAsync(cancellationToken);
        await client.SendAsync(1, new ChannelOpen(string.Empty), cancellationToken);
        await client.ExpectAsync<ConnectionClose>(cancellationToken);
        await client.SendAsync(0, new ConnectionCloseOk(), cancellationToken);

        var end = await client.ExpectEndAsync(cancellationToken);

        Assert.That(end.IsReset, Is.False);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_vanishes_leaves_nothing_behind(CancellationToken cancellationToken)
    {
        await using var other = await TestClient.ConnectAsync(cancellationToken);
        var queue = await other.DeclareSharedQueueAsync(cancellationToken);
        await other.PublishToQueueAsync(queue, ["held"], cancellationToken);
        var vanishing = await OpenAsync(cancellationToken);
        await vanishing.SendAsync(1, new BasicGet(queue, NoAck: false), cancellationToken);
        await vanishing.ExpectMethodAsync(MethodId.BasicGetOk, cancellationToken);

        await vanishing.DisposeAsync();

        await other.WaitForReadyAsync(queue, 1, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Flow_that_asks_to_go_on_is_confirmed(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);

        var flowing = await client.CallAsync<ChannelFlow, ChannelFlowOk>(1, new ChannelFlow(Active: true), cancellationToken);

        Assert.That(flowing.Active);
    }

    private static Task<RawAmqpClient> OpenAsync(CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
}
