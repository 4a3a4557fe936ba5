using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.TestKit.Wire;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Wire;

/// <summary>Mistakes that cost a client its channel, with the exact words it gets, and nothing more than the channel.</summary>
public sealed class ChannelErrorTests
{
    private const string DefaultExchange = "ACCESS_REFUSED - operation not permitted on the default exchange";

    [TestCaseSource(nameof(Queues))]
    [TestCaseSource(nameof(Exchanges))]
    [TestCaseSource(nameof(Messages))]
    [CancelAfter(Deadline.Normal)]
    public async Task Channel_is_closed(byte[] octets, Closing closing, CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);

        await client.SendAsync(octets, cancellationToken);

        await WireAssert.ChannelClosedAsync(client, closing, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Methods_sent_before_close_ok_are_dropped(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.SendAsync(1, new QueueDeclare { Queue = "missing", Passive = true }, cancellationToken);
        await client.ExpectAsync<ChannelClose>(cancellationToken);

        await client.SendAsync(1, new BasicQos(), cancellationToken);
        await client.SendAsync(1, new QueueDeclare { Exclusive = true }, cancellationToken);
        await client.SendAsync(1, new ChannelCloseOk(), cancellationToken);

        // The next answer is the one to channel.open.
        await client.OpenChannelAsync(1, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Close_methods_that_cross_are_both_answered(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.SendAsync(1, new QueueDeclare { Queue = "missing", Passive = true }, cancellationToken);
        await client.ExpectAsync<ChannelClose>(cancellationToken);

        await client.CallAsync<ChannelClose, ChannelCloseOk>(1, new ChannelClose(), cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Other_channels_go_on(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);
        await client.OpenChannelAsync(2, cancellationToken);

        await client.SendAsync(1, new QueueDeclare { Queue = "missing", Passive = true }, cancellationToken);
        await client.ExpectAsync<ChannelClose>(cancellationToken);

        await client.CallAsync<BasicQos, BasicQosOk>(2, new BasicQos(), cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_error_without_an_answer_to_wait_for_closes_the_channel_too(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(cancellationToken);

        await client.SendAsync(1, new QueueBind { Queue = "missing", Exchange = "amq.direct", NoWait = true }, cancellationToken);

        var closing = new Closing(404, "NOT_FOUND - no queue 'missing' in vhost '/'", 50, 20);
        await WireAssert.ChannelClosedAsync(client, closing, cancellationToken);
    }

    private static Task<RawAmqpClient> OpenAsync(CancellationToken cancellationToken) =>
        RawAmqpClient.ConnectAsync(SharedBroker.Endpoint, HandshakeStage.ChannelOpen, cancellationToken);

    private static IEnumerable<TestCaseData> Queues()
    {
        const string Missing = "NOT_FOUND - no queue 'missing' in vhost '/'";
        return
        [
            Case("A passive declare needs the queue", new QueueDeclare { Queue = "missing", Passive = true }, new Closing(404, Missing, 50, 10)),
            Case("A passive declare needs a name", new QueueDeclare { Passive = true }, new Closing(404, "NOT_FOUND - no queue '' in vhost '/'", 50, 10)),
            Case("A queue name must not be reserved", new QueueDeclare { Queue = "amq.foo" }, new Closing(
                403, "ACCESS_REFUSED - queue name 'amq.foo' contains reserved prefix 'amq.*'", 50, 10)),
            Case("A bind needs the queue", new QueueBind { Queue = "missing", Exchange = "amq.direct" }, new Closing(404, Missing, 50, 20)),
            Case("A bind of the last queue needs one", new QueueBind { Exchange = "amq.direct" }, new Closing(
                404, "NOT_FOUND - no previously declared queue", 50, 20)),
            Case("A purge needs the queue", new QueuePurge { Queue = "missing" }, new Closing(404, Missing, 50, 30)),
            Case("A consumer needs the queue", new BasicConsume { Queue = "missing" }, new Closing(404, Missing, 60, 20)),
            Case("A get needs the queue", new BasicGet("missing", NoAck: true), new Closing(404, Missing, 60, 70)),
        ];
    }

    private static IEnumerable<TestCaseData> Exchanges() =>
    [
        Case("A passive declare needs the exchange", new ExchangeDeclare { Exchange = "missing", Type = "direct", Passive = true }, new Closing(
            404, "NOT_FOUND - no exchange 'missing' in vhost '/'", 40, 10)),
        Case("An exchange name must not be reserved", new ExchangeDeclare { Exchange = "amq.foo", Type = "direct" }, new Closing(
            403, "ACCESS_REFUSED - exchange name 'amq.foo' contains reserved prefix 'amq.*'", 40, 10)),
        Case("The default exchange cannot be declared", new ExchangeDeclare { Type = "direct" }, new Closing(403, DefaultExchange, 40, 10)),
        Case("The default exchange cannot be deleted", default(ExchangeDelete), new Closing(403, DefaultExchange, 40, 20)),
        Case("A system exchange cannot be deleted", new ExchangeDelete { Exchange = "amq.direct" }, new Closing(
            403, "ACCESS_REFUSED - deletion of system exchange 'amq.direct' in vhost '/' not allowed", 40, 20)),
        Case("An exchange keeps its type", new ExchangeDeclare { Exchange = "amq.direct", Type = "fanout", Durable = true }, new Closing(
            406,
            "PRECONDITION_FAILED - inequivalent arg 'type' for exchange 'amq.direct' in vhost '/': received 'fanout' but current is 'direct'",
            40,
            10)),
        Case("A binding between exchanges needs its source", new ExchangeBind { Source = "missing", Destination = "amq.direct" }, new Closing(
            404, "NOT_FOUND - no exchange 'missing' in vhost '/'", 40, 30)),
        Case("Nothing is bound to the default exchange", new ExchangeBind { Source = "amq.direct" }, new Closing(403, DefaultExchange, 40, 30)),
    ];

    private static IEnumerable<TestCaseData> Messages() =>
    [
        Case("An ack needs its delivery", new BasicAck(7, Multiple: false), new Closing(406, Unknown(7), 60, 80)),
        Case("A multiple ack needs its delivery", new BasicAck(7, Multiple: true), new Closing(406, Unknown(7), 60, 80)),
        Case("An ack of nothing must be multiple", new BasicAck(0, Multiple: false), new Closing(406, Unknown(0), 60, 80)),
        Case("A nack needs its delivery", new BasicNack(7, Multiple: false, Requeue: true), new Closing(406, Unknown(7), 60, 120)),
        Case("A reject needs its delivery", new BasicReject(7, Requeue: true), new Closing(406, Unknown(7), 60, 90)),
        Case("A commit needs a transaction", default(TxCommit), new Closing(406, "PRECONDITION_FAILED - channel is not transactional", 90, 20)),
        Case("A rollback needs a transaction", default(TxRollback), new Closing(406, "PRECONDITION_FAILED - channel is not transactional", 90, 30)),
    ];

    private static string Unknown(int deliveryTag) => $"PRECONDITION_FAILED - unknown delivery tag {deliveryTag}";

    private static TestCaseData Case<T>(string name, T method, Closing closing)
        where T : struct, IAmqpMethod<T> =>
        Offence.Of(name, RawAmqpClient.Encode(1, method), closing);
}
