using System.Globalization;
using System.Text;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>A client that misbehaves costs only itself.</summary>
[NonParallelizable]
public sealed class IsolationTests
{
    private const int KibiByte = 1024;
    private const long MebiByte = 1024 * KibiByte;
    private const int RoundTrips = 2_000;

    [Test]
    [Category("Slow")]
    [CancelAfter(Deadline.Normal)]
    public async Task Half_a_frame_and_then_silence_ends_at_the_handshake_timeout(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Started, cancellationToken);

        await client.SendAsync(ForgedFrame.Header(type: 1, channel: 0, size: 1000), cancellationToken);

        await AssertFullServiceAsync(SharedBroker.Endpoint, cancellationToken);
        await client.ExpectEndAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Half_a_frame_and_then_silence_ends_at_the_heartbeat(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, new RawLogin { Heartbeat = 1 });

        await client.SendAsync(RawAmqpClient.Encode(1, new QueueDeclare { Exclusive = true }).AsMemory(0, 12), cancellationToken);

        await AssertFullServiceAsync(SharedBroker.Endpoint, cancellationToken);
        await client.ExpectEndAsync(cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Long)]
    public async Task Messages_for_a_consumer_that_stops_reading_stay_in_its_queue(CancellationToken cancellationToken)
    {
        const int Messages = 32_000;
        await using var publisher = await TestClient.ConnectAsync(cancellationToken);
        var queue = await publisher.DeclareSharedQueueAsync(cancellationToken);
        await using var stalled = await SubscribeAndStopReadingAsync(SharedBroker.Endpoint, queue, cancellationToken);
        await PublishNumberedAsync(publisher, queue, Messages, KibiByte, cancellationToken);

        await AssertFullServiceAsync(SharedBroker.Endpoint, cancellationToken);

        // 32 MB were published. What is not in the queue any more has left for the socket: a few buffers full.
        var left = await publisher.Channel.MessageCountAsync(queue, cancellationToken);
        Assert.That(left, Is.GreaterThan(Messages / 2));
        for (var n = 0; n < Messages; n++)
        {
            var delivery = await stalled.ExpectMethodAsync(MethodId.BasicDeliver, cancellationToken);
            Assert.That(NumberOf(delivery.Body!), Is.EqualTo(n));
        }
    }

    [Test]
    [OwnBroker(OwnBrokerAttribute.NeedsProcess)]
    [CancelAfter(Deadline.Long)]
    public async Task A_consumer_that_stops_reading_costs_no_more_than_its_backlog(CancellationToken cancellationToken)
    {
        const int Messages = 8_000;
        const int Size = 16 * KibiByte;
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await AssertFullServiceAsync(broker.Endpoint, cancellationToken);
        var before = broker.WorkingSetBytes;
        await using var publisher = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var queue = await publisher.DeclareSharedQueueAsync(cancellationToken);
        await using var stalled = await SubscribeAndStopReadingAsync(broker.Endpoint, queue, cancellationToken);

        await PublishNumberedAsync(publisher, queue, Messages, Size, cancellationToken);
        await AssertFullServiceAsync(broker.Endpoint, cancellationToken);

        var grown = broker.WorkingSetBytes - before;
        Assert.That(grown, Is.LessThan((2L * Messages * Size) + (64 * MebiByte)));
    }

    [Test]
    [OwnBroker(OwnBrokerAttribute.NeedsProcess)]
    [CancelAfter(Deadline.Long)]
    public async Task A_client_that_asks_for_much_and_reads_nothing_costs_little(CancellationToken cancellationToken)
    {
        const int Requests = 1_000;
        const int AnswerSize = 256 * KibiByte;
        await using var broker = await BrokerProcess.StartAsync(cancellationToken);
        await AssertFullServiceAsync(broker.Endpoint, cancellationToken);
        var before = broker.WorkingSetBytes;
        await using var owner = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);
        var queue = await owner.DeclareSharedQueueAsync(cancellationToken);
        await owner.Channel.BasicPublishAsync(string.Empty, queue, new byte[AnswerSize], cancellationToken);
        await using var greedy = await RawAmqpClient.ConnectAsync(
            broker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken, receiveBufferBytes: 64 * KibiByte);

        // The same message again and again: 256 MiB of answers to some 50 KB of requests.
        await greedy.SendAsync(GetAndRequeue(queue, Requests), cancellationToken);
        var peak = 0L;
        for (var round = 0; round < 5; round++)
        {
            await AssertFullServiceAsync(broker.Endpoint, cancellationToken);
            peak = Math.Max(peak, broker.WorkingSetBytes);
        }

        Assert.That(peak - before, Is.LessThan(128 * MebiByte));
    }

    private static byte[] GetAndRequeue(string queue, int times)
    {
        var requests = new List<byte>();
        for (var tag = 1; tag <= times; tag++)
        {
            requests.AddRange(RawAmqpClient.Encode(1, new BasicGet(queue, NoAck: false)));
            requests.AddRange(RawAmqpClient.Encode(1, new BasicReject((ulong)tag, Requeue: true)));
        }

        return [.. requests];
    }

    private static async Task<RawAmqpClient> SubscribeAndStopReadingAsync(
        BrokerEndpoint broker, string queue, CancellationToken cancellationToken)
    {
        var client = await RawAmqpClient.ConnectAsync(
            broker, HandshakeStage.ChannelOpen, cancellationToken, receiveBufferBytes: 64 * KibiByte);
        var consume = new BasicConsume { Queue = queue, NoAck = true };
        await client.CallAsync<BasicConsume, BasicConsumeOk>(1, consume, cancellationToken);
        return client;
    }

    private static async Task PublishNumberedAsync(
        TestClient publisher, string queue, int count, int size, CancellationToken cancellationToken)
    {
        foreach (var batch in Enumerable.Range(0, count).Chunk(1_000))
        {
            var texts = batch.Select(n => n.ToString(CultureInfo.InvariantCulture).PadRight(size));
            await publisher.PublishToQueueAsync(queue, texts, cancellationToken);
        }
    }

    private static int NumberOf(byte[] body) =>
        int.Parse(Encoding.UTF8.GetString(body.AsSpan(0, 16)), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    /// <summary>Sends messages to and fro, with confirms and acknowledgements, on a connection of its own.</summary>
    private static async Task AssertFullServiceAsync(BrokerEndpoint broker, CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker), cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        var inbox = await client.ConsumeAsync(queue, cancellationToken);
        var texts = Enumerable.Range(0, RoundTrips).Select(n => $"{n}").ToList();

        await client.PublishToQueueAsync(queue, texts, cancellationToken);

        Assert.That(await inbox.TakeTextsAsync(RoundTrips, cancellationToken), Is.EqualTo(texts));
    }
}
