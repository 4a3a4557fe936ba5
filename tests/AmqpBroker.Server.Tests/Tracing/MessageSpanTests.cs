using System.Diagnostics;
using System.Text;
using AmqpBroker.Core.Tracing;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Protocol.Methods;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Tracing;

public sealed class MessageSpanTests
{
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivitySpanId _parent = ActivitySpanId.CreateRandom();

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_sampled_message_has_a_span_of_its_publishing_its_routing_and_its_delivery(bool isBinary)
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await OpenWithQueueAsync(broker);
        await client.ConsumeAsync("q", "c", noAck: true);

        client.Publish(1, "amq.direct", "key", "hello"u8, properties: Traced(isBinary: isBinary));
        await client.DeliveryAsync();

        var spans = await recorder.WaitAsync(3);
        var publish = spans.Single(span => span.DisplayName == "publish amq.direct");
        var route = spans.Single(span => span.DisplayName == "route amq.direct");
        var deliver = spans.Single(span => span.DisplayName == "deliver q");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spans, Has.Count.EqualTo(3));
            Assert.That((publish.ParentSpanId, deliver.ParentSpanId, route.ParentSpanId), Is.EqualTo((_parent, _parent, publish.SpanId)));
            Assert.That((publish.Kind, route.Kind, deliver.Kind), Is.EqualTo((ActivityKind.Server, ActivityKind.Internal, ActivityKind.Producer)));
            Assert.That(publish.TraceStateString, Is.EqualTo("vendor=1"));
            Assert.That(Tags(publish), Is.EqualTo(new[]
            {
                "messaging.system=rabbitmq", "messaging.operation.name=publish", "messaging.destination.name=amq.direct",
                "messaging.rabbitmq.destination.routing_key=key", "amqpbroker.vhost=/", "messaging.operation.type=send",
                "messaging.message.body.size=5", "messaging.message.id=id", "messaging.message.conversation_id=7",
            }));
            Assert.That(Tags(route), Does.Contain("amqpbroker.route.queues=1").And.Contain("messaging.operation.name=route"));
            Assert.That(Tags(deliver), Does.Contain("messaging.destination.subscription.name=q").And.Contain("messaging.destination.name=amq.direct")
                .And.Contain("messaging.operation.type=receive").And.Contain("amqpbroker.queue.time=0"));
        }
    }

    [Test]
    public async Task A_message_is_passed_on_with_the_headers_it_came_with()
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await OpenWithQueueAsync(broker);
        var properties = Traced();

        client.Publish(1, "amq.direct", "key", "hello"u8, properties: properties);
        var got = await client.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);

        Assert.That(BasicProperties.Read(got.Properties), Is.EqualTo(properties));
    }

    [Test]
    public async Task A_message_that_is_asked_for_has_a_span_of_that()
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await OpenWithQueueAsync(broker);
        client.Publish(1, "amq.direct", "key", "hello"u8, properties: Traced());
        broker.Advance(seconds: 2);

        await client.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);

        var get = (await recorder.WaitAsync(3)).Single(span => span.DisplayName == "get q");
        Assert.That((get.ParentSpanId, get.Kind), Is.EqualTo((_parent, ActivityKind.Server)));
    }

    [Test]
    public async Task A_message_nobody_gets_is_routed_to_no_queue()
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();

        client.Publish(1, "", "nowhere", "hello"u8, properties: Traced());
        await client.FlushAsync();

        var spans = await recorder.WaitAsync(2);
        Assert.That(spans.Select(static span => span.DisplayName), Is.EquivalentTo(new[] { "publish amq.default", "route amq.default" }));
        Assert.That(Tags(spans.Single(static span => span.Kind == ActivityKind.Internal)), Does.Contain("amqpbroker.route.queues=0"));
    }

    [Test]
    public async Task Messages_of_one_read_have_a_span_each()
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await OpenWithQueueAsync(broker);
        await client.ConsumeAsync("q", "c", noAck: true);

        client.Publish(1, "amq.direct", "key", "1"u8, properties: Traced())
            .Publish(1, "amq.direct", "key", "2"u8)
            .Publish(1, "amq.direct", "key", new byte[300_000], properties: Traced());
        for (var i = 0; i < 3; i++)
        {
            await client.DeliveryAsync();
        }

        var spans = await recorder.WaitAsync(6);
        Assert.That(
            spans.GroupBy(static span => span.OperationName).Select(static group => (group.Key, group.Count())),
            Is.EquivalentTo(new[] { ("publish amq.direct", 2), ("route amq.direct", 2), ("deliver q", 2) }));
    }

    [Test]
    public async Task A_direct_reply_and_a_message_of_a_transaction_have_their_spans_too()
    {
        using var recorder = new SpanRecorder(span => span.TraceId == _trace);
        await using var broker = new BrokerUnderTest();
        var client = await OpenWithQueueAsync(broker);
        await client.CallAsync<TxSelect, TxSelectOk>(1, default);
        client.Publish(1, "amq.direct", "key", "1"u8, properties: Traced());
        await client.CallAsync<TxCommit, TxCommitOk>(1, default);
        var requester = await broker.OpenAsync();
        await requester.ConsumeAsync("amq.rabbitmq.reply-to", "replies", noAck: true);
        requester.Publish(1, "amq.direct", "key", "?"u8, properties: BasicProperties.Empty with { ReplyTo = "amq.rabbitmq.reply-to" });
        await requester.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
        var request = await requester.Write(1, new BasicGet("q", NoAck: true)).ExpectContentAsync<BasicGetOk>(1);
        var address = BasicProperties.Read(request.Properties).ReplyTo!;

        requester.Publish(1, "", address, "!"u8, properties: Traced());
        await requester.DeliveryAsync();

        var names = (await recorder.WaitAsync(6)).Select(static span => span.OperationName);
        Assert.That(names, Is.EquivalentTo(new[]
        {
            "publish amq.direct", "route amq.direct", "get q", "publish amq.default", "route amq.default", "deliver " + address,
        }));
    }

    [TestCase("00-{0}-{1}-00", TestName = "A_message_that_is_not_sampled_has_no_span")]
    [TestCase("00-{0}-{1}", TestName = "A_message_with_half_a_context_has_no_span")]
    [TestCase("", TestName = "A_message_with_an_empty_context_has_no_span")]
    public async Task A_message_without_a_sampled_context_has_no_span(string form)
    {
        var key = ActivityTraceId.CreateRandom().ToHexString();
        using var recorder = new SpanRecorder(span => span.TraceId == _trace || Equals(span.GetTagItem("messaging.rabbitmq.destination.routing_key"), key));
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        await client.DeclareAsync(key);
        await client.ConsumeAsync(key, "c", noAck: true);
        var headers = new FieldTableBuilder().Add("traceparent", string.Format(null, CompositeFormat.Parse(form), _trace, _parent)).Build();

        client.Publish(1, "", key, "1"u8, properties: BasicProperties.Empty with { Headers = headers });
        client.Publish(1, "", key, "2"u8, properties: Traced());
        await client.DeliveryAsync();
        await client.DeliveryAsync();

        var spans = await recorder.WaitAsync(3);
        Assert.That(spans, Has.Count.EqualTo(3), "those of the message that has a context");
    }

    [Test]
    public async Task A_message_without_a_context_begins_a_trace_if_somebody_wants_such()
    {
        var key = ActivityTraceId.CreateRandom().ToHexString();
        using var recorder = new SpanRecorder(
            span => Equals(span.GetTagItem("messaging.rabbitmq.destination.routing_key"), key), MessageTracing.RootSourceName);
        await using var broker = new BrokerUnderTest();
        var client = await broker.OpenAsync();
        var unsampled = new FieldTableBuilder().Add("traceparent", $"00-{_trace}-{_parent}-00").Build();

        client.Publish(1, "", key, "1"u8);
        client.Publish(1, "", key, "2"u8, properties: BasicProperties.Empty with { Headers = unsampled });
        await client.FlushAsync();
        await client.CallAsync<BasicQos, BasicQosOk>(1, new BasicQos(0, 1, Global: false));

        var spans = await recorder.WaitAsync(2);
        var publish = spans.Single(static span => span.Kind == ActivityKind.Server);
        var route = spans.Single(static span => span.Kind == ActivityKind.Internal);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spans, Has.Count.EqualTo(2), "the publisher of the second does not want it recorded");
            Assert.That(publish.ParentSpanId, Is.EqualTo(default(ActivitySpanId)));
            Assert.That((route.TraceId, route.ParentSpanId), Is.EqualTo((publish.TraceId, publish.SpanId)));
        }
    }

    private static async Task<TestClient> OpenWithQueueAsync(BrokerUnderTest broker)
    {
        var client = await broker.OpenAsync();
        await client.DeclareAsync("q");
        await client.CallAsync<QueueBind, QueueBindOk>(1, new QueueBind { Queue = "q", Exchange = "amq.direct", RoutingKey = "key" });
        return client;
    }

    private static IEnumerable<string> Tags(Activity span) => span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}");

    private BasicProperties Traced(bool isBinary = false)
    {
        var context = $"00-{_trace}-{_parent}-01";
        var headers = new FieldTableBuilder()
            .Add("other", 1)
            .Add("traceparent", isBinary ? FieldValue.FromBinary(Encoding.ASCII.GetBytes(context)) : FieldValue.From(context))
            .Add("tracestate", "vendor=1");
        return BasicProperties.Empty with { Headers = headers.Build(), MessageId = "id", CorrelationId = "7" };
    }
}
