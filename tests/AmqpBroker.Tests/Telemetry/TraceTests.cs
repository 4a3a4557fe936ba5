using System.Diagnostics;
using System.Text;
using AmqpBroker.Tests.Serving;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AmqpBroker.Tests.Telemetry;

public sealed class TraceTests
{
    private const string GrpcTraces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export";
    private const string GrpcMetrics = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export";

    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivitySpanId _span = ActivitySpanId.CreateRandom();

    [Test]
    [CancelAfter(60_000)]
    public async Task The_spans_of_a_message_are_sent_as_parts_of_its_publishers_trace(CancellationToken cancellationToken)
    {
        await using var collector = await Collector.StartAsync();
        await SendOneMessageAsync([$"--Telemetry:Endpoint={collector.Url}"], isTraced: true, cancellationToken);

        var (_, type, body) = await collector.NextAsync("/v1/traces", cancellationToken);

        Assert.That(type, Is.EqualTo("application/x-protobuf"));
        RequireThree(ReceivedSpan.ReadAll(Encoding.Latin1.GetBytes(body)));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Spans_and_figures_are_sent_by_gRPC(CancellationToken cancellationToken)
    {
        await using var collector = await Collector.StartAsync(isGrpc: true);
        await SendOneMessageAsync([$"--Telemetry:Endpoint={collector.Url}", "--Telemetry:Protocol=grpc"], isTraced: true, cancellationToken);

        var traces = await collector.NextAsync(GrpcTraces, cancellationToken);
        var metrics = await collector.NextAsync(GrpcMetrics, cancellationToken);

        // One octet says that it is not compressed, four its length.
        RequireThree(ReceivedSpan.ReadAll(Encoding.Latin1.GetBytes(traces.Body)[5..]));
        Assert.That(metrics.Body, Does.Contain("amqpbroker.messages.published"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task No_spans_are_sent_when_only_figures_are_wanted(CancellationToken cancellationToken)
    {
        await using var collector = await Collector.StartAsync();
        await SendOneMessageAsync([$"--Telemetry:Endpoint={collector.Url}", "--Telemetry:Traces=false"], isTraced: true, cancellationToken);

        // The broker has ended, and sends spans before figures.
        Assert.That((await collector.NextAsync(cancellationToken)).Path, Is.EqualTo("/v1/metrics"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_message_without_a_trace_begins_one_when_that_is_wished(CancellationToken cancellationToken)
    {
        await using var collector = await Collector.StartAsync();
        await SendOneMessageAsync([$"--Telemetry:Endpoint={collector.Url}", "--Telemetry:RootTraceRatio=1"], isTraced: false, cancellationToken);

        var spans = ReceivedSpan.ReadAll(Encoding.Latin1.GetBytes((await collector.NextAsync("/v1/traces", cancellationToken)).Body));

        Assert.That(spans.Select(static span => span.Name), Is.EquivalentTo(new[] { "publish amq.default", "route amq.default" }));
        Assert.That(spans.Select(static span => span.TraceId).Distinct(), Has.Exactly(1).Items);
    }

    private void RequireThree(IReadOnlyList<ReceivedSpan> spans)
    {
        var publish = spans.Single(static span => span.Name == "publish amq.default");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(spans.Select(static span => span.Name), Is.EquivalentTo(new[] { "publish amq.default", "route amq.default", "deliver q" }));
            Assert.That(spans.Select(static span => span.TraceId), Is.All.EqualTo(_trace.ToHexString()));
            Assert.That(publish.ParentId, Is.EqualTo(_span.ToHexString()));
            Assert.That(spans.Single(static span => span.Name == "deliver q").ParentId, Is.EqualTo(_span.ToHexString()));
            Assert.That(spans.Single(static span => span.Name == "route amq.default").ParentId, Is.EqualTo(publish.SpanId));
        }
    }

    /// <summary>One life of a broker in which one message is published and delivered.</summary>
    private async Task SendOneMessageAsync(string[] settings, bool isTraced, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        using var broker = new BrokerProcess(directory.Path, ["--Amqp:Address=127.0.0.1", "--Amqp:Port=0", "--Telemetry:Interval=01:00:00", .. settings]);
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = BrokerProcess.PortOf(await broker.ReadUntilAsync("Ready")) };
        await using (var connection = await factory.CreateConnectionAsync(cancellationToken))
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            await channel.QueueDeclareAsync("q", cancellationToken: cancellationToken);
            var delivered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, _) =>
            {
                delivered.TrySetResult();
                return Task.CompletedTask;
            };
            await channel.BasicConsumeAsync("q", autoAck: true, consumer, cancellationToken);
            Dictionary<string, object?> headers = new(StringComparer.Ordinal) { ["traceparent"] = isTraced ? $"00-{_trace}-{_span}-01" : "none" };
            await channel.BasicPublishAsync("", "q", mandatory: true, new BasicProperties { Headers = headers }, "hello"u8.ToArray(), cancellationToken);
            await delivered.Task.WaitAsync(cancellationToken);
        }

        await broker.SignalAsync("TERM");
        Assert.That((await broker.WaitAsync()).ExitCode, Is.Zero);
    }
}
