using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>Methods that are well formed but not due, with only channel 1 open: each closes the connection.</summary>
public sealed class ConnectionErrorTests
{
    [TestCaseSource(nameof(Offences))]
    [CancelAfter(Deadline.Normal)]
    public async Task Connection_is_closed(byte[] octets, Closing closing, CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);

        await client.SendAsync(octets, cancellationToken);

        await WireAssert.ConnectionClosedAsync(client, closing, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_consumer_tag_cannot_be_used_twice_on_a_channel(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);
        var queue = new QueueDeclare { Exclusive = true };
        var declared = await client.CallAsync<QueueDeclare, QueueDeclareOk>(1, queue, cancellationToken);
        var consume = new BasicConsume { Queue = declared.Queue, ConsumerTag = "mine", NoAck = true };
        await client.CallAsync<BasicConsume, BasicConsumeOk>(1, consume, cancellationToken);

        await client.SendAsync(1, consume, cancellationToken);

        await WireAssert.ConnectionClosedAsync(
            client, new Closing(530, "NOT_ALLOWED - attempt to reuse consumer tag 'mine'", 60, 20), cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_channel_before_the_connection_is_open_is_unexpected(CancellationToken cancellationToken)
    {
        await using var client = await RawAmqpClient.ConnectAsync(
            SharedBroker.Endpoint, HandshakeStage.Tuned, cancellationToken);
        await client.SendAsync(0, new ConnectionTuneOk(2047, 131_072, 0), cancellationToken);

        await client.SendAsync(1, new ChannelOpen(string.Empty), cancellationToken);

        var close = await client.ExpectAsync<ConnectionClose>(cancellationToken);
        Assert.That((int)close.ReplyCode, Is.EqualTo(505));
    }

    private static IEnumerable<TestCaseData> Offences() =>
    [
        Offence.Of("A method needs an open channel", RawAmqpClient.Encode(2, new BasicQos()), new Closing(
            504, "CHANNEL_ERROR - expected 'channel.open'", 60, 10)),
        Offence.Of("A channel that is not open cannot be closed", RawAmqpClient.Encode(2, new ChannelClose()), new Closing(
            504, "CHANNEL_ERROR - expected 'channel.open'", 20, 40)),
        Offence.Of("A channel is opened once", RawAmqpClient.Encode(1, new ChannelOpen(string.Empty)), new Closing(
            504, "CHANNEL_ERROR - second 'channel.open' seen", 20, 10)),
        Offence.Of("Channel 0 has no queues", RawAmqpClient.Encode(0, new QueueDeclare { Queue = "q" }), new Closing(
            504, "CHANNEL_ERROR - unexpected method in connection state running", 50, 10)),
        Offence.Of("A connection is opened once", RawAmqpClient.Encode(0, new ConnectionOpen("/", string.Empty, false)), new Closing(
            504, "CHANNEL_ERROR - unexpected method in connection state running", 10, 40)),
        Offence.Of("Only a server opens ok", RawAmqpClient.Encode(1, new ChannelOpenOk(string.Empty)), new Closing(
            503, "COMMAND_INVALID - unimplemented method", 20, 11)),
        Offence.Of("A close ok must have been asked for", RawAmqpClient.Encode(1, new ChannelCloseOk()), new Closing(
            503, "COMMAND_INVALID - unimplemented method", 20, 41)),
        Offence.Of("The server cannot be paused", RawAmqpClient.Encode(1, new ChannelFlow(Active: false)), new Closing(
            540, "NOT_IMPLEMENTED - active=false", 20, 20)),
        Offence.Of("Prefetch is not counted in octets", RawAmqpClient.Encode(1, new BasicQos(10, 1, false)), new Closing(
            540, "NOT_IMPLEMENTED - prefetch_size!=0 (10)", 60, 10)),
        Offence.Of("Recover always requeues", RawAmqpClient.Encode(1, new BasicRecover(Requeue: false)), new Closing(
            540, "NOT_IMPLEMENTED - requeue=false", 60, 110)),
        Offence.Of(
            "Nothing is immediate",
            [
                .. RawAmqpClient.Encode(1, new BasicPublish(string.Empty, "nowhere", Mandatory: false, Immediate: true)),
                .. ForgedFrame.Of(2, 1, [0, 60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
            ],
            new Closing(540, "NOT_IMPLEMENTED - immediate=true", 60, 40)),
        Offence.Of("An exchange has a known type", RawAmqpClient.Encode(1, Exchange("nosuch")), new Closing(
            503, "COMMAND_INVALID - unknown exchange type 'nosuch'", 40, 10)),
        Offence.Of("An exchange has a type", RawAmqpClient.Encode(1, Exchange(string.Empty)), new Closing(
            503, "COMMAND_INVALID - invalid exchange type ''", 40, 10)),
    ];

    private static ExchangeDeclare Exchange(string type) => new()
    {
        Exchange = "test.of.no.type",
        Type = type,
        AutoDelete = true,
        Arguments = FieldTable.Empty,
    };
}
