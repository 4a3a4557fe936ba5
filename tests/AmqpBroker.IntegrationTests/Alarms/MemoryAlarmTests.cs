using System.Net.Sockets;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Processes;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;
using RabbitMQ.Client;
using QueueDeclareOk = AmqpBroker.Protocol.Methods.QueueDeclareOk;

namespace AmqpBroker.IntegrationTests.Alarms;

[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
[NonParallelizable]
public sealed class MemoryAlarmTests
{
    private static readonly TimeSpan AllowedToStop = TimeSpan.FromSeconds(5);

    /// <summary>No .NET process is so small: the alarm stands from the start.</summary>
    private static readonly string[] AlwaysLow = ["--Storage:MemoryLimit=16MiB", "--Storage:MemoryHighWatermark=17MiB"];

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Publishers_wait_and_are_told_why_and_all_others_go_on(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, AlwaysLow);
        await using var publisher = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        await using var other = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var events = new BlockedEvents(publisher.Connection);
        var queue = await other.DeclareSharedQueueAsync(cancellationToken);

        var publishing = publisher.PublishAsync(string.Empty, queue, "held", cancellationToken).AsTask();
        var reason = await events.NextAsync(cancellationToken);
        var inbox = await other.ConsumeAsync(queue, cancellationToken);
        var ready = await other.Channel.MessageCountAsync(queue, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reason, Is.EqualTo("low on memory"));
            Assert.That((ready, inbox.IsEmpty, publishing.IsCompleted), Is.EqualTo((0u, true, false)));
            Assert.That(broker.Output, Does.Contain("Low on memory: the process takes"));
            Assert.That(await broker.StopAsync(cancellationToken), Is.LessThan(AllowedToStop));
        }

        await Assert.CatchAsync(() => publishing);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_without_the_capability_feels_it_and_hears_nothing(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, AlwaysLow);
        await using var silent = await OpenAsync(broker, new RawLogin { Heartbeat = 1 }, cancellationToken);

        await silent.PublishAsync(1, new BasicPublish("", "nowhere", false, false), "x"u8.ToArray(), cancellationToken);
        await silent.SendAsync(1, default(BasicQos), cancellationToken);

        // The broker's heartbeats come twice a second; this client sends none, and is not dropped for it.
        for (var heartbeats = 0; heartbeats < 12; heartbeats++)
        {
            Assert.That(await silent.ReceiveWithHeartbeatsAsync(cancellationToken), Is.InstanceOf<ReceivedHeartbeat>());
        }
    }

    [TestCase(0)]
    [TestCase(2 * 1024 * 1024, Description = "more than is read ahead: only a heartbeat that cannot be sent tells that the client has gone")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_blocked_client_whose_socket_closes_gives_back_what_it_held(int flood, CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, AlwaysLow);
        await using var other = await OpenAsync(broker, new RawLogin(), cancellationToken);
        var client = await OpenAsync(broker, Told with { Heartbeat = 1 }, cancellationToken);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "own", Exclusive = true }, cancellationToken);
        await client.PublishAsync(1, new BasicPublish("", "own", false, false), "x"u8.ToArray(), cancellationToken);
        await client.ExpectAsync<ConnectionBlocked>(cancellationToken);

        var sent = 0;
        var flooding = FloodAsync();
        await TestKit.Eventually.TrueAsync(() => Volatile.Read(ref sent) >= flood, "the flood", cancellationToken);
        await client.DisposeAsync();
        await flooding;

        // 405 while the queue is another's, 404 when it is gone.
        await TestKit.Eventually.EqualAsync(
            ReplyCode.NotFound,
            async () =>
            {
                await other.SendAsync(1, new QueueDeclare { Queue = "own", Passive = true }, cancellationToken);
                var close = await other.ExpectAsync<ChannelClose>(cancellationToken);
                await other.SendAsync(1, default(ChannelCloseOk), cancellationToken);
                await other.OpenChannelAsync(1, cancellationToken);
                return close.ReplyCode;
            },
            "the answer to a declaration",
            cancellationToken);

        async Task FloodAsync()
        {
            try
            {
                while (flood > 0)
                {
                    await client.PublishAsync(1, new BasicPublish("", "own", false, false), new byte[4096], cancellationToken);
                    Volatile.Write(ref sent, sent + 4096);
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client has gone.
            }
        }
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    [Category("Slow")]
    public async Task Consumers_that_drain_the_queues_end_it_and_nothing_is_lost(CancellationToken cancellationToken)
    {
        await using var broker = await BrokerProcess.StartAsync(
            cancellationToken, "--Storage:MemoryLimit=299MiB", "--Storage:MemoryHighWatermark=300MiB");
        await using var publisher = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        await using var consumer = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var events = new BlockedEvents(publisher.Connection);
        var queue = await consumer.DeclareSharedQueueAsync(cancellationToken);
        using var isBlocked = new CancellationTokenSource();

        var publishing = PublishUntilAsync(isBlocked.Token);
        var reason = await events.NextAsync(cancellationToken);
        await isBlocked.CancelAsync();
        var inbox = await consumer.ConsumeAsync(queue, cancellationToken);
        var messages = await publishing;
        var taken = await inbox.TakeAsync(messages, cancellationToken);

        Assert.That((reason, taken.Count, await events.NextAsync(cancellationToken)), Is.EqualTo(("low on memory", messages, (string?)null)));
        Assert.That(broker.Output, Does.Contain("No longer low on memory"));

        // As many as it takes, however fast the machine is.
        async Task<int> PublishUntilAsync(CancellationToken enough)
        {
            var body = new byte[1024 * 1024];
            await using var channel = await publisher.OpenChannelAsync(cancellationToken);
            var published = 0;
            for (; !enough.IsCancellationRequested; published++)
            {
                await channel.BasicPublishAsync(string.Empty, queue, body, cancellationToken);
            }

            return published;
        }
    }

    private static RawLogin Told => new()
    {
        Capabilities = new FieldTableBuilder().Add("connection.blocked", true).Build(),
    };

    private static Task<RawAmqpClient> OpenAsync(BrokerProcess broker, RawLogin login, CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(broker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, login);
}
