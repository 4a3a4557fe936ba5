using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;
using AmqpBroker.TestKit.Wire;

namespace AmqpBroker.Server.Tests.Channels;

/// <summary>
/// Each mistake with the exact close it earns. Before it, queue <c>q</c> holds a message and has no consumer, exchange
/// <c>x</c> is direct and bound to <c>q</c>, queue <c>locked</c> belongs to another connection, and <c>consumed</c> has
/// a consumer, <c>alone</c> an exclusive one.
/// </summary>
public sealed class ErrorTests
{
    private const string Default = "ACCESS_REFUSED - operation not permitted on the default exchange";
    private const string NoX = "NOT_FOUND - no exchange 'missing' in vhost '/'";
    private const string NoQ = "NOT_FOUND - no queue 'missing' in vhost '/'";
    private const string Unexpected = "CHANNEL_ERROR - unexpected method in connection state running";
    private const string NotOpen = "CHANNEL_ERROR - expected 'channel.open'";
    private const string Unimplemented = "COMMAND_INVALID - unimplemented method";

    [TestCaseSource(nameof(Frames))]
    [TestCaseSource(nameof(Connection))]
    [TestCaseSource(nameof(Declare))]
    [TestCaseSource(nameof(Redeclare))]
    [TestCaseSource(nameof(Arguments))]
    [TestCaseSource(nameof(BindAndDelete))]
    [TestCaseSource(nameof(Publish))]
    [TestCaseSource(nameof(ConsumeAndAcknowledge))]
    [TestCaseSource(nameof(Modes))]
    public async Task A_mistake_is_answered(Sending mistake, Closing expected)
    {
        await using var broker = new BrokerUnderTest();
        var client = await SetUpAsync(broker);

        mistake.By(client);

        Assert.That(await client.ExpectCloseAsync(), Is.EqualTo(expected));
        await ExpectToGoOnAsync(client, expected.Level);
    }

    [TestCaseSource(nameof(NoMistakes))]
    public async Task What_is_no_mistake_is_not_answered_with_a_close(Sending method)
    {
        await using var broker = new BrokerUnderTest();
        var client = await SetUpAsync(broker);

        method.By(client);

        var received = await client.QuiesceAsync();
        Assert.That(received.OfType<ReceivedMethod>().Select(one => one.Id), Has.None.EqualTo(Protocol.MethodId.ChannelClose));
        Assert.That(received, Has.Count.EqualTo(1), "one answer");
    }

    private static async Task<TestClient> SetUpAsync(BrokerUnderTest broker)
    {
        var other = await broker.OpenAsync();
        await other.CallAsync<QueueDeclare, QueueDeclareOk>(1, new QueueDeclare { Queue = "locked", Exclusive = true });
        var client = await broker.OpenAsync();
        await client.OpenChannelAsync(2);
        await client.DeclareAsync("q", 2);
        await client.DeclareAsync("consumed", 2);
        await client.DeclareAsync("alone", 2);
        await client.CallAsync<QueueDeclare, QueueDeclareOk>(2, new QueueDeclare { Queue = "mine", Exclusive = true, Durable = true });
        await client.CallAsync<ExchangeDeclare, ExchangeDeclareOk>(2, new ExchangeDeclare { Exchange = "x", Type = "direct" });
        await client.CallAsync<ExchangeDeclare, ExchangeDeclareOk>(
            2, new ExchangeDeclare { Exchange = "internal", Type = "fanout", Internal = true });
        await client.CallAsync<QueueBind, QueueBindOk>(2, new QueueBind { Queue = "q", Exchange = "x", RoutingKey = "k" });
        await client.ConsumeAsync("consumed", "theirs", channel: 2);
        await client.CallAsync<BasicConsume, BasicConsumeOk>(2, new BasicConsume { Queue = "alone", ConsumerTag = "a", Exclusive = true });
        await client.Publish(2, "", "q", "m"u8).QuiesceAsync();
        return client;
    }

    private static async Task ExpectToGoOnAsync(TestClient client, string level)
    {
        if (level == "Ch")
        {
            client.Write(1, default(ChannelCloseOk));
            await client.OpenChannelAsync(1);
            await client.CallAsync<BasicQos, BasicQosOk>(2, default);
            return;
        }

        await client.SendAsync(0, default(ConnectionCloseOk));
    }

    private static IEnumerable<TestCaseData> Frames() =>
    [
        Forged("An unknown frame type", ForgedFrame.Of(5, 1, "abc"u8), 501, "FRAME_ERROR - type 5, all octets = <<\"abc\">>: unknown_frame"),
        Forged("An unknown frame type of many octets", ForgedFrame.Of(9, 0, new byte[17]), 501, "FRAME_ERROR - type 9, first 16 octets = <<0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0>>: unknown_frame"),
        Forged("A heartbeat with a payload", ForgedFrame.Of(8, 0, "abc"u8), 501, "FRAME_ERROR - type 8, all octets = <<\"abc\">>: unknown_frame"),
        Forged("A heartbeat on a channel", ForgedFrame.Of(8, 1, []), 505, "UNEXPECTED_FRAME - type 8, all octets = <<>>"),
        Forged("A body on channel 0", ForgedFrame.Of(3, 0, "abc"u8), 505, "UNEXPECTED_FRAME - type 3, all octets = <<\"abc\">>"),
        Forged("A header on channel 0", ForgedFrame.Of(2, 0, new byte[12]), 505, "UNEXPECTED_FRAME - type 2, all octets = <<0,0,0,0,0,0,0,0,0,0,0,0>>"),
        Forged("A short method", ForgedFrame.Of(1, 1, [0]), 501, "FRAME_ERROR - type 1, all octets = <<0>>: unknown_frame"),
        Forged("A short method on channel 0", ForgedFrame.Of(1, 0, [0, 10, 0]), 501, "FRAME_ERROR - type 1, all octets = <<0,10,0>>: unknown_frame"),
        Forged("A short header", ForgedFrame.Of(2, 1, new byte[11]), 501, "FRAME_ERROR - type 2, all octets = <<0,0,0,0,0,0,0,0,0,0,0>>: unknown_frame"),
        Forged("A wrong frame end", ForgedFrame.Of(1, 1, [0, 60, 0, 10], end: 205), 501, "FRAME_ERROR - type 1, all octets = <<0,60,0,10>>: {invalid_frame_end_marker,205}"),
        Forged("A frame too large, by its header alone", ForgedFrame.Header(1, 1, 131073), 501, "FRAME_ERROR - type 1, all octets = <<>>: {frame_too_large,131073,131064}"),
        Forged("A body without a publish", ForgedFrame.Of(3, 1, [1]), 505, "UNEXPECTED_FRAME - expected method frame, got non method frame instead"),
        Forged("A header without a publish", ForgedFrame.Of(2, 1, new byte[14]), 505, "UNEXPECTED_FRAME - expected method frame, got non method frame instead"),
        Forged("A body on a channel that is not open", ForgedFrame.Of(3, 9, [1]), 505, "UNEXPECTED_FRAME - expected method frame, got non method frame instead"),
        Forged("An unknown method on a channel", ForgedFrame.Of(1, 1, [0, 60, 0, 99]), 540, "NOT_IMPLEMENTED - unknown method 60.99", "60.99"),
        Forged("An unknown class on channel 0", ForgedFrame.Of(1, 0, [0, 99, 0, 1]), 540, "NOT_IMPLEMENTED - unknown method 99.1", "99.1"),
        Forged("An unknown method on a channel that is not open", ForgedFrame.Of(1, 9, [0, 60, 0, 99]), 540, "NOT_IMPLEMENTED - unknown method 60.99", "60.99"),
        Forged("Fields cut off", ForgedFrame.Of(1, 1, [0, 50, 0, 10, 0, 0, 3, 97, 98]), 501, "FRAME_ERROR - cannot decode <<0,0,3,97,98>>", "50.10"),
        Forged("Octets after the last field", ForgedFrame.Of(1, 1, [0, 60, 0, 110, 1, 7]), 501, "FRAME_ERROR - cannot decode <<1,7>>", "60.110"),
        Forged("Octets after tx.select", ForgedFrame.Of(1, 1, [0, 90, 0, 10, 7]), 501, "FRAME_ERROR - cannot decode <<7>>", "90.10"),
        Forged("Octets after tx.commit", ForgedFrame.Of(1, 1, [0, 90, 0, 20, 7]), 501, "FRAME_ERROR - cannot decode <<7>>", "90.20"),
        Forged("Octets after tx.rollback", ForgedFrame.Of(1, 1, [0, 90, 0, 30, 7]), 501, "FRAME_ERROR - cannot decode <<7>>", "90.30"),
        Forged("A channel.close cut off", ForgedFrame.Of(1, 1, [0, 20, 0, 40, 0]), 501, "FRAME_ERROR - cannot decode <<0>>", "20.40"),
        Forged("Octets after channel.close-ok", ForgedFrame.Of(1, 1, [0, 20, 0, 41, 7]), 501, "FRAME_ERROR - cannot decode <<7>>", "20.41"),
        Forged("An access.request cut off", ForgedFrame.Of(1, 1, [0, 30, 0, 10, 0]), 501, "FRAME_ERROR - cannot decode <<0>>", "30.10"),
        Forged("A publish cut off", ForgedFrame.Of(1, 1, [0, 60, 0, 40, 0, 0, 1]), 501, "FRAME_ERROR - cannot decode <<0,0,1>>", "60.40"),
        Forged("A name that is not UTF-8", ForgedFrame.Of(1, 1, [0, 60, 0, 70, 0, 0, 1, 0xFF, 0]), 501, "FRAME_ERROR - Malformed UTF-8 in shortstr"),
        Forged("A broken table", ForgedFrame.Of(1, 1, [0, 50, 0, 10, 0, 0, 1, 97, 0, 0, 0, 0, 3, 1, 97, 63]), 502, "SYNTAX_ERROR - malformed field table: unknown field type 63", "50.10"),
    ];

    private static IEnumerable<TestCaseData> Connection() =>
    [
        Co("A method on a channel that is not open", c => c.Write(9, default(BasicQos)), 504, NotOpen, "60.10"),
        Co("channel.close on a channel that is not open", c => c.Write(9, default(ChannelClose)), 504, NotOpen, "20.40"),
        Co("channel.close-ok on a channel that is not open", c => c.Write(9, default(ChannelCloseOk)), 504, NotOpen, "20.41"),
        Co("connection.close on a channel that is not open", c => c.Write(9, default(ConnectionClose)), 504, NotOpen, "10.50"),
        Co("basic.publish on a channel that is not open", c => c.Write(9, default(BasicPublish)), 504, NotOpen, "60.40"),
        Co("A second channel.open", c => c.Write(1, default(ChannelOpen)), 504, "CHANNEL_ERROR - second 'channel.open' seen", "20.10"),
        Co("close-ok that nobody asked for", c => c.Write(1, default(ChannelCloseOk)), 503, Unimplemented, "20.41"),
        Co("connection.close on an open channel", c => c.Write(1, default(ConnectionClose)), 503, Unimplemented, "10.50"),
        Co("A method only a server sends", c => c.Write(1, default(QueueDeclareOk)), 503, Unimplemented, "50.11"),
        Co("basic.deliver from a client", c => c.Write(1, default(BasicDeliver)), 503, Unimplemented, "60.60"),
        Co("A channel's method on channel 0", c => c.Write(0, default(BasicQos)), 504, Unexpected, "60.10"),
        Co("channel.open on channel 0", c => c.Write(0, default(ChannelOpen)), 504, Unexpected, "20.10"),
        Co("start-ok while running", c => c.Write(0, default(ConnectionStartOk)), 504, Unexpected, "10.11"),
        Co("tune-ok while running", c => c.Write(0, default(ConnectionTuneOk)), 504, Unexpected, "10.31"),
        Co("connection.open while running", c => c.Write(0, default(ConnectionOpen)), 504, Unexpected, "10.40"),
        Co("connection.close-ok while running", c => c.Write(0, default(ConnectionCloseOk)), 504, Unexpected, "10.51"),
        Co("A flow of false", c => c.Write(1, default(ChannelFlow)), 540, "NOT_IMPLEMENTED - active=false", "20.20"),
        Co("A prefetch size", c => c.Write(1, new BasicQos(9, 0, false)), 540, "NOT_IMPLEMENTED - prefetch_size!=0 (9)", "60.10"),
        Co("recover without requeue", c => c.Write(1, new BasicRecover(false)), 540, "NOT_IMPLEMENTED - requeue=false", "60.110"),
        Co("recover-async without requeue", c => c.Write(1, new BasicRecoverAsync(false)), 540, "NOT_IMPLEMENTED - requeue=false", "60.100"),
        Co("An immediate publish", c => c.Write(1, new BasicPublish("", "q", false, true)), 540, "NOT_IMPLEMENTED - immediate=true", "60.40"),
    ];

    private static IEnumerable<TestCaseData> Declare() =>
    [
        Ch("A passive declare of a missing queue", c => c.Write(1, new QueueDeclare { Queue = "missing", Passive = true }), 404, NoQ, "50.10"),
        Ch("The same without waiting for an answer", c => c.Write(1, new QueueDeclare { Queue = "missing", Passive = true, NoWait = true }), 404, NoQ, "50.10"),
        Ch("A passive declare of a reserved name", c => c.Write(1, new QueueDeclare { Queue = "amq.foo", Passive = true }), 404, "NOT_FOUND - no queue 'amq.foo' in vhost '/'", "50.10"),
        Ch("A passive declare without a name", c => c.Write(1, new QueueDeclare { Passive = true }), 404, "NOT_FOUND - no queue '' in vhost '/'", "50.10"),
        Ch("A passive declare of a missing exchange", c => c.Write(1, new ExchangeDeclare { Exchange = "missing", Passive = true }), 404, NoX, "40.10"),
        Ch("A queue with a reserved name", c => c.Write(1, new QueueDeclare { Queue = "amq.foo" }), 403, "ACCESS_REFUSED - queue name 'amq.foo' contains reserved prefix 'amq.*'", "50.10"),
        Ch("An exchange with a reserved name", c => c.Write(1, new ExchangeDeclare { Exchange = "amq.foo", Type = "direct" }), 403, "ACCESS_REFUSED - exchange name 'amq.foo' contains reserved prefix 'amq.*'", "40.10"),
        Ch("The default exchange", c => c.Write(1, new ExchangeDeclare { Type = "direct" }), 403, Default, "40.10"),
        Ch("The default exchange passively", c => c.Write(1, new ExchangeDeclare { Passive = true }), 403, Default, "40.10"),
        Co("An unknown exchange type", c => c.Write(1, new ExchangeDeclare { Exchange = "new", Type = "odd" }), 503, "COMMAND_INVALID - unknown exchange type 'odd'", "40.10"),
        Co("No exchange type", c => c.Write(1, new ExchangeDeclare { Exchange = "new" }), 503, "COMMAND_INVALID - invalid exchange type ''", "40.10"),
        Ch("A declare of another's exclusive queue", c => c.Write(1, new QueueDeclare { Queue = "locked" }), 405, LockedText("locked"), "50.10"),
        Ch("A passive declare of another's exclusive queue", c => c.Write(1, new QueueDeclare { Queue = "locked", Passive = true }), 405, LockedText("locked"), "50.10"),
        Ch("A bind of another's exclusive queue", c => c.Write(1, new QueueBind { Queue = "locked", Exchange = "x" }), 405, LockedText("locked"), "50.20"),
        Ch("An unbind of another's exclusive queue", c => c.Write(1, new QueueUnbind { Queue = "locked", Exchange = "x" }), 405, LockedText("locked"), "50.50"),
        Ch("A purge of another's exclusive queue", c => c.Write(1, new QueuePurge { Queue = "locked" }), 405, LockedText("locked"), "50.30"),
        Ch("A delete of another's exclusive queue", c => c.Write(1, new QueueDelete { Queue = "locked" }), 405, LockedText("locked"), "50.40"),
        Ch("A consumer of another's exclusive queue", c => c.Write(1, new BasicConsume { Queue = "locked" }), 405, LockedText("locked"), "60.20"),
        Ch("A get from another's exclusive queue", c => c.Write(1, new BasicGet("locked", true)), 405, LockedText("locked"), "60.70"),
    ];

    private static IEnumerable<TestCaseData> Redeclare() =>
    [
        Ch("A shared queue declared exclusive", c => c.Write(1, new QueueDeclare { Queue = "q", Exclusive = true }), 405, LockedText("q"), "50.10"),
        Ch("An exclusive queue declared shared", c => c.Write(1, new QueueDeclare { Queue = "mine" }), 405, LockedText("mine"), "50.10"),
        Ch("A queue declared durable that is not", c => c.Write(1, new QueueDeclare { Queue = "q", Durable = true, AutoDelete = true }), 406, Queue("durable", "'true'", "'false'"), "50.10"),
        Ch("A queue declared auto-delete that is not", c => c.Write(1, new QueueDeclare { Queue = "q", AutoDelete = true }), 406, Queue("auto_delete", "'true'", "'false'"), "50.10"),
        Ch("An argument added", c => c.Write(1, Declared("q", "x-message-ttl", FieldValue.From(1000))), 406, Queue("x-message-ttl", "the value '1000' of type 'signedint'", "none"), "50.10"),
        Ch("An argument missing", c => c.Write(1, new QueueDeclare { Queue = "ttl", NoWait = true, Arguments = Table("x-message-ttl", FieldValue.From(1000)) }).Write(1, new QueueDeclare { Queue = "ttl" }), 406, Queue("x-message-ttl", "none", "the value '1000' of type 'signedint'", "ttl"), "50.10"),
        Ch("An argument changed", c => c.Write(1, new QueueDeclare { Queue = "ttl", NoWait = true, Arguments = Table("x-message-ttl", FieldValue.From(1000)) }).Write(1, Declared("ttl", "x-message-ttl", FieldValue.From(2000))), 406, Queue("x-message-ttl", "'2000'", "'1000'", "ttl"), "50.10"),
        Ch("An exchange of another type", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "fanout", Durable = true }), 406, Exchange("type", "'fanout'", "'direct'"), "40.10"),
        Ch("An exchange declared durable that is not", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "direct", Durable = true, AutoDelete = true }), 406, Exchange("durable", "'true'", "'false'"), "40.10"),
        Ch("An exchange declared auto-delete that is not", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "direct", AutoDelete = true, Internal = true }), 406, Exchange("auto_delete", "'true'", "'false'"), "40.10"),
        Ch("An exchange declared internal that is not", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "direct", Internal = true }), 406, Exchange("internal", "'true'", "'false'"), "40.10"),
        Ch("An alternate exchange added", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "direct", Arguments = Table("alternate-exchange", FieldValue.From("ae")) }), 406, Exchange("alternate-exchange", "the value 'ae' of type 'longstr'", "none"), "40.10"),
    ];

    private static IEnumerable<TestCaseData> Arguments()
    {
        const string integer = "\"expected integer, got longstr\"";
        (string Name, FieldValue Value, string Why)[] rows =
        [
            ("x-message-ttl", FieldValue.From("a"), integer),
            ("x-expires", FieldValue.From("a"), integer),
            ("x-max-length", FieldValue.From("a"), integer),
            ("x-max-length-bytes", FieldValue.From("a"), integer),
            ("x-max-priority", FieldValue.From("a"), integer),
            ("x-message-ttl", FieldValue.From(true), "\"expected integer, got bool\""),
            ("x-message-ttl", FieldValue.From(1.5), "\"expected integer, got double\""),
            ("x-message-ttl", FieldValue.From(-1), "{value_negative,-1}"),
            ("x-expires", FieldValue.From(-1), "{value_negative,-1}"),
            ("x-max-length", FieldValue.From(-1), "{value_negative,-1}"),
            ("x-max-length-bytes", FieldValue.From(-1), "{value_negative,-1}"),
            ("x-max-priority", FieldValue.From(-1), "{value_negative,-1}"),
            ("x-expires", FieldValue.From(0), "{value_zero,0}"),
            ("x-expires", FieldValue.From(315_360_000_001), "{value_too_large,315360000001}"),
            ("x-message-ttl", FieldValue.From(315_360_000_001), "{value_too_large,315360000001}"),
            ("x-max-priority", FieldValue.From(256), "{max_value_exceeded,256}"),
            ("x-overflow", FieldValue.From("odd"), "invalid_overflow"),
            ("x-overflow", FieldValue.From(1), "{unacceptable_type,signedint}"),
            ("x-dead-letter-routing-key", FieldValue.From("k"), "routing_key_but_no_dlx_defined"),
            ("x-dead-letter-routing-key", FieldValue.From(1), "{unacceptable_type,signedint}"),
            ("x-queue-mode", FieldValue.From("foo"), "\"unsupported queue mode 'foo'\""),
            ("x-single-active-consumer", FieldValue.From("a"), "{unacceptable_type,longstr}"),
            ("x-queue-type", FieldValue.From("foo"), "\"unsupported queue type 'foo'\""),
            ("x-queue-type", FieldValue.From(1), "{unacceptable_type,signedint}"),
            ("x-queue-version", FieldValue.From(3), "\"unsupported queue version '3'\""),
        ];
        foreach (var (name, value, why) in rows)
        {
            yield return Ch(
                $"{name} of {value.ToValueText()} ({value.TypeName})",
                c => c.Write(1, Declared("new", name, value)),
                406,
                $"PRECONDITION_FAILED - invalid arg '{name}' for queue 'new' in vhost '/': {why}",
                "50.10");
        }

        yield return Ch("x-dead-letter-exchange of 1", c => c.Write(1, Declared("new", "x-dead-letter-exchange", FieldValue.From(1))), 406, "PRECONDITION_FAILED - invalid type 'signedint' for arg 'x-dead-letter-exchange' in queue 'new' in vhost '/'", "50.10");
        yield return Ch("x-max-age on a classic queue", c => c.Write(1, Declared("new", "x-max-age", FieldValue.From("1D"))), 406, "PRECONDITION_FAILED - invalid arg 'x-max-age' for queue 'new' in vhost '/' of queue type rabbit_classic_queue", "50.10");
        yield return Ch("alternate-exchange of 1", c => c.Write(1, new ExchangeDeclare { Exchange = "new", Type = "direct", Arguments = Table("alternate-exchange", FieldValue.From(1)) }), 406, "PRECONDITION_FAILED - invalid type 'signedint' for arg 'alternate-exchange' in exchange 'new' in vhost '/'", "40.10");
    }

    private static IEnumerable<TestCaseData> BindAndDelete() =>
    [
        Ch("A bind of a missing queue", c => c.Write(1, new QueueBind { Queue = "missing", Exchange = "x" }), 404, NoQ, "50.20"),
        Ch("A bind to a missing exchange", c => c.Write(1, new QueueBind { Queue = "q", Exchange = "missing" }), 404, NoX, "50.20"),
        Ch("A bind with both missing", c => c.Write(1, new QueueBind { Queue = "missing", Exchange = "missing" }), 404, NoX, "50.20"),
        Ch("An exchange bind with the source missing", c => c.Write(1, new ExchangeBind { Source = "missing", Destination = "x" }), 404, NoX, "40.30"),
        Ch("An exchange bind with the destination missing", c => c.Write(1, new ExchangeBind { Source = "x", Destination = "missing" }), 404, NoX, "40.30"),
        Ch("A bind to the default exchange", c => c.Write(1, new QueueBind { Queue = "q" }), 403, Default, "50.20"),
        Ch("An unbind from the default exchange", c => c.Write(1, new QueueUnbind { Queue = "q" }), 403, Default, "50.50"),
        Ch("An exchange bind from the default exchange", c => c.Write(1, new ExchangeBind { Destination = "x" }), 403, Default, "40.30"),
        Ch("An exchange bind to the default exchange", c => c.Write(1, new ExchangeBind { Source = "x" }), 403, Default, "40.30"),
        Ch("An exchange unbind from the default exchange", c => c.Write(1, new ExchangeUnbind { Destination = "x" }), 403, Default, "40.40"),
        Ch("An x-match of foo", c => c.Write(1, new QueueBind { Queue = "q", Exchange = "amq.headers", Arguments = Table("x-match", FieldValue.From("foo")) }), 406, "PRECONDITION_FAILED - Invalid x-match field value <<\"foo\">>; expected all, any, all-with-x, or any-with-x", "50.20"),
        Ch("An x-match of 5", c => c.Write(1, new QueueBind { Queue = "q", Exchange = "amq.headers", Arguments = Table("x-match", FieldValue.From(5)) }), 406, "PRECONDITION_FAILED - Invalid x-match field type signedint (value 5); expected longstr", "50.20"),
        Ch("No queue named and none declared: bind", c => c.Write(1, new QueueBind { Exchange = "x" }), 404, "NOT_FOUND - no previously declared queue", "50.20"),
        Ch("No queue named and none declared: delete", c => c.Write(1, default(QueueDelete)), 404, "NOT_FOUND - no previously declared queue", "50.40"),
        Ch("No queue named and none declared: purge", c => c.Write(1, default(QueuePurge)), 404, "NOT_FOUND - no previously declared queue", "50.30"),
        Ch("No queue named and none declared: consume", c => c.Write(1, default(BasicConsume)), 404, "NOT_FOUND - no previously declared queue", "60.20"),
        Ch("No queue named and none declared: get", c => c.Write(1, default(BasicGet)), 404, "NOT_FOUND - no previously declared queue", "60.70"),
        Ch("No queue named and the last one deleted", c => c.Write(1, new QueueDeclare { Queue = "missing", NoWait = true }).Write(1, new QueueDelete { Queue = "missing", NoWait = true }).Write(1, default(QueuePurge)), 404, NoQ, "50.30"),
        Ch("A delete if empty of a queue that is not", c => c.Write(1, new QueueDelete { Queue = "q", IfEmpty = true, IfUnused = true }), 406, "PRECONDITION_FAILED - queue 'q' in vhost '/' not empty", "50.40"),
        Ch("A delete if unused of a queue in use", c => c.Write(1, new QueueDelete { Queue = "consumed", IfEmpty = true, IfUnused = true }), 406, "PRECONDITION_FAILED - queue 'consumed' in vhost '/' in use", "50.40"),
        Ch("A purge of a missing queue", c => c.Write(1, new QueuePurge { Queue = "missing" }), 404, NoQ, "50.30"),
        Ch("A delete of a system exchange", c => c.Write(1, new ExchangeDelete { Exchange = "amq.direct" }), 403, "ACCESS_REFUSED - deletion of system exchange 'amq.direct' in vhost '/' not allowed", "40.20"),
        Ch("A delete of a system exchange that is not there", c => c.Write(1, new ExchangeDelete { Exchange = "amq.odd" }), 403, "ACCESS_REFUSED - deletion of system exchange 'amq.odd' in vhost '/' not allowed", "40.20"),
        Ch("A delete of the default exchange", c => c.Write(1, default(ExchangeDelete)), 403, Default, "40.20"),
        Ch("A delete if unused of an exchange in use", c => c.Write(1, new ExchangeDelete { Exchange = "x", IfUnused = true }), 406, "PRECONDITION_FAILED - exchange 'x' in vhost '/' in use", "40.20"),
    ];

    private static IEnumerable<TestCaseData> Publish()
    {
        yield return Ch("A publish to a missing exchange", c => c.Publish(1, "missing", "", "m"u8), 404, NoX, "60.40");
        yield return Ch("A publish to an internal exchange", c => c.Publish(1, "internal", "", "m"u8), 403, "ACCESS_REFUSED - cannot publish to internal exchange 'internal' in vhost '/'", "60.40");
        yield return Bad("A user id that is not the user's", new() { UserId = "bob" }, "user_id property set to 'bob' but authenticated user was 'guest'");
        yield return Bad("An empty user id", new() { UserId = "" }, "user_id property set to '' but authenticated user was 'guest'");
        yield return Bad("Delivery mode 7", new() { DeliveryMode = 7 }, "invalid message: {delivery_mode_unknown,7}");
        yield return Bad("Delivery mode 0", new() { DeliveryMode = 0 }, "invalid message: {delivery_mode_unknown,0}");
        yield return Bad("An expiration of letters", new() { Expiration = "abc" }, "invalid expiration 'abc': no_integer");
        yield return Bad("An empty expiration", new() { Expiration = "" }, "invalid expiration '': no_integer");
        yield return Bad("An expiration after a blank", new() { Expiration = " 10" }, "invalid expiration ' 10': no_integer");
        yield return Bad("An expiration with a rest", new() { Expiration = "5x" }, "invalid expiration '5x': {leftover_string,\"x\"}");
        yield return Bad("A negative expiration", new() { Expiration = "-1" }, "invalid expiration '-1': {value_negative,-1}");
        yield return Bad("An expiration of more than ten years", new() { Expiration = "315360000001" }, "invalid expiration '315360000001': {value_too_large,315360000001}");
        yield return Bad("A CC that is no array", new() { Headers = Table("CC", FieldValue.From("a")) }, "invalid message: {unacceptable_type_in_header,\"CC\",longstr}");
        yield return Bad("A BCC that is no array", new() { Headers = Table("BCC", FieldValue.From(1)) }, "invalid message: {unacceptable_type_in_header,\"BCC\",signedint}");

        static TestCaseData Bad(string name, BasicProperties properties, string text) => Ch(
            name, c => c.Publish(1, "", "q", "m"u8, properties: properties), 406, $"PRECONDITION_FAILED - {text}", "60.40");
    }

    private static IEnumerable<TestCaseData> ConsumeAndAcknowledge() =>
    [
        Ch("A consumer of a missing queue", c => c.Write(1, new BasicConsume { Queue = "missing" }), 404, NoQ, "60.20"),
        Ch("A consumer of a missing queue, without waiting", c => c.Write(1, new BasicConsume { Queue = "missing", NoWait = true }), 404, NoQ, "60.20"),
        Ch("A get from a missing queue", c => c.Write(1, new BasicGet("missing", false)), 404, NoQ, "60.70"),
        Co("A consumer tag in use", c => c.Write(2, new BasicConsume { Queue = "q", ConsumerTag = "theirs" }), 530, "NOT_ALLOWED - attempt to reuse consumer tag 'theirs'", "60.20"),
        Ch("An exclusive consumer of a queue in use", c => c.Write(1, new BasicConsume { Queue = "consumed", Exclusive = true }), 403, "ACCESS_REFUSED - queue 'consumed' in vhost '/' in exclusive use", "60.20"),
        Ch("A consumer beside an exclusive one", c => c.Write(1, new BasicConsume { Queue = "alone" }), 403, "ACCESS_REFUSED - queue 'alone' in vhost '/' in exclusive use", "60.20"),
        Ch("An x-priority of letters", c => c.Write(1, new BasicConsume { Queue = "q", Arguments = Table("x-priority", FieldValue.From("a")) }), 406, "PRECONDITION_FAILED - invalid arg 'x-priority' for queue 'q' in vhost '/': \"expected integer, got longstr\"", "60.20"),
        Ch("An ack of an unknown tag", c => c.Write(1, new BasicAck(7, false)), 406, "PRECONDITION_FAILED - unknown delivery tag 7", "60.80"),
        Ch("An ack of all up to an unknown tag", c => c.Write(1, new BasicAck(7, true)), 406, "PRECONDITION_FAILED - unknown delivery tag 7", "60.80"),
        Ch("An ack of tag 0 alone", c => c.Write(1, default(BasicAck)), 406, "PRECONDITION_FAILED - unknown delivery tag 0", "60.80"),
        Ch("A nack of an unknown tag", c => c.Write(1, new BasicNack(7, false, true)), 406, "PRECONDITION_FAILED - unknown delivery tag 7", "60.120"),
        Ch("A reject of an unknown tag", c => c.Write(1, new BasicReject(7, false)), 406, "PRECONDITION_FAILED - unknown delivery tag 7", "60.90"),
        Ch("A reject of tag 0", c => c.Write(1, default(BasicReject)), 406, "PRECONDITION_FAILED - unknown delivery tag 0", "60.90"),
    ];

    private static IEnumerable<TestCaseData> Modes() =>
    [
        Ch("Confirms after a transaction", c => Ignore(c.Write(1, default(TxSelect)), 1).Write(1, new ConfirmSelect(true)), 406, "PRECONDITION_FAILED - cannot switch from tx to confirm mode", "85.10"),
        Ch("A transaction after confirms", c => c.Write(1, new ConfirmSelect(true)).Write(1, default(TxSelect)), 406, "PRECONDITION_FAILED - cannot switch from confirm to tx mode", "90.10"),
        Ch("A commit without a transaction", c => c.Write(1, default(TxCommit)), 406, "PRECONDITION_FAILED - channel is not transactional", "90.20"),
        Ch("A rollback without a transaction", c => c.Write(1, default(TxRollback)), 406, "PRECONDITION_FAILED - channel is not transactional", "90.30"),
    ];

    private static IEnumerable<TestCaseData> NoMistakes() =>
    [
        Fine("A passive declare that differs in all but the name", c => c.Write(1, new ExchangeDeclare { Exchange = "x", Type = "odd", Passive = true, Durable = true })),
        Fine("A passive declare of a queue that differs in all but the name", c => c.Write(1, new QueueDeclare { Queue = "q", Passive = true, Durable = true, Exclusive = true })),
        Fine("An equivalent declare of amq.direct", c => c.Write(1, new ExchangeDeclare { Exchange = "amq.direct", Type = "direct", Durable = true })),
        Fine("An exclusive queue redeclared as durable or not", c => c.Write(1, new QueueDeclare { Queue = "mine", Exclusive = true })),
        Fine("An unknown argument added", c => c.Write(1, Declared("q", "x-foo", FieldValue.From(1)))),
        Fine("x-queue-type classic added", c => c.Write(1, Declared("q", "x-queue-type", FieldValue.From("classic")))),
        Fine("An integer of another width", c => c.Write(1, new QueueDeclare { Queue = "ttl", NoWait = true, Arguments = Table("x-message-ttl", FieldValue.From(1000)) }).Write(1, Declared("ttl", "x-message-ttl", FieldValue.From(1000L)))),
        Fine("x-message-ttl of 0", c => c.Write(1, Declared("new", "x-message-ttl", FieldValue.From(0)))),
        Fine("x-max-length of 0", c => c.Write(1, Declared("new", "x-max-length", FieldValue.From(0)))),
        Fine("x-max-priority of 255", c => c.Write(1, Declared("new", "x-max-priority", FieldValue.From(255)))),
        Fine("x-consumer-timeout on a classic queue", c => c.Write(1, Declared("new", "x-consumer-timeout", FieldValue.From("odd")))),
        Fine("An unbind of what is not bound", c => c.Write(1, new QueueUnbind { Queue = "q", Exchange = "x", RoutingKey = "other" })),
        Fine("An unbind of a missing queue", c => c.Write(1, new QueueUnbind { Queue = "missing", Exchange = "x" })),
        Fine("An unbind from a missing exchange", c => c.Write(1, new QueueUnbind { Queue = "q", Exchange = "missing" })),
        Fine("An exchange unbind of missing exchanges", c => c.Write(1, new ExchangeUnbind { Source = "missing", Destination = "missing" })),
        Fine("A delete of a missing queue", c => c.Write(1, new QueueDelete { Queue = "missing" })),
        Fine("A delete of a missing exchange", c => c.Write(1, new ExchangeDelete { Exchange = "missing" })),
        Fine("A get beside an exclusive consumer", c => c.Write(1, new BasicGet("alone", true))),
        Fine("A consumer tag in use on another channel", c => c.Write(1, new BasicConsume { Queue = "consumed", ConsumerTag = "theirs" })),
        Fine("A cancel of an unknown tag", c => c.Write(1, new BasicCancel("odd", false))),
        Fine("An ack of all when nothing is outstanding", c => c.Write(1, new BasicAck(0, true)).Write(1, default(BasicQos))),
        Fine("A nack of all when nothing is outstanding", c => c.Write(1, new BasicNack(0, true, true)).Write(1, default(BasicQos))),
        Fine("Confirms selected twice", c => c.Write(1, new ConfirmSelect(true)).Write(1, default(ConfirmSelect))),
        Fine("A user id that is the user's, an expiration with a sign", c => c.Publish(1, "", "q", "m"u8, properties: new() { UserId = "guest", Expiration = "+5", DeliveryMode = 2 }).Write(1, default(BasicQos))),
        Fine("A CC with items that are no strings", c => c.Publish(1, "", "q", "m"u8, properties: new() { Headers = Table("CC", FieldValue.From(FieldValue.From(1), FieldValue.From("x"))) }).Write(1, default(BasicQos))),
        Fine("A cancel-ok that nobody waits for", c => c.Write(1, new BasicCancelOk("odd")).Write(1, default(BasicQos))),
        Fine("A heartbeat", c => c.Write(ForgedFrame.Of(8, 0, [])).Write(1, default(BasicQos))),
    ];

    private static TestClient Ignore(TestClient client, int answers)
    {
        client.Skip(answers);
        return client;
    }

    private static QueueDeclare Declared(string queue, string argument, FieldValue value) =>
        new() { Queue = queue, Arguments = Table(argument, value) };

    private static FieldTable Table(string name, FieldValue value) => new FieldTableBuilder().Add(name, value).Build();

    private static string LockedText(string queue) =>
        $"RESOURCE_LOCKED - cannot obtain exclusive access to locked queue '{queue}' in vhost '/'. It could be originally declared on another connection or the exclusive property value does not match that of the original declaration.";

    private static string Queue(string name, string received, string current, string queue = "q") =>
        $"PRECONDITION_FAILED - inequivalent arg '{name}' for queue '{queue}' in vhost '/': received {received} but current is {current}";

    private static string Exchange(string name, string received, string current) =>
        $"PRECONDITION_FAILED - inequivalent arg '{name}' for exchange 'x' in vhost '/': received {received} but current is {current}";

    private static TestCaseData Forged(string name, byte[] octets, int code, string text, string method = "0.0") =>
        Co(name, c => c.Write(octets), code, text, method);

    private static TestCaseData Co(string name, Action<TestClient> mistake, int code, string text, string method) =>
        new TestCaseData(new Sending(mistake), new Closing("Co", code, text, method)).SetName($"{name} closes the connection");

    private static TestCaseData Ch(string name, Action<TestClient> mistake, int code, string text, string method) =>
        new TestCaseData(new Sending(mistake), new Closing("Ch", code, text, method)).SetName($"{name} closes the channel");

    private static TestCaseData Fine(string name, Action<TestClient> method) => new TestCaseData(new Sending(method)).SetName($"{name} is no mistake");
}
