using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.VirtualHosts;
using BenchmarkDotNet.Attributes;

namespace AmqpBroker.Benchmarks;

/// <summary>One message from publish to acknowledgement, without sockets. Allocated must be 0 B.</summary>
public class MessagePathBenchmarks
{
    /// <summary>Messages that one read brings.</summary>
    private const int MessagesPerRead = 100;

    private const int Reads = 1000;
    private const int Messages = MessagesPerRead * Reads;

    private static readonly byte[] WireBytes = [0, 1, (byte)'q'];

    private readonly SettlingSink _sink = new(2 * MessagesPerRead);
    private RouteCache _routes = null!; // made by Setup, which runs first
    private PublishedMessage[] _messages = [];

    [Params(16, 1024)]
    public int BodyBytes { get; set; }

    [Params(false, true)]
    public bool IsNoAck { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        var host = new VirtualHost("/");
        var queue = await host.DeclareQueueAsync(new QueueDeclaration { Name = "q" }, this);
        var consumer = new Consumer { Tag = "tag", Queue = queue, Sink = _sink, Window = new(), IsNoAck = IsNoAck };
        queue.Subscribe(consumer);
        consumer.Start();
        _routes = new RouteCache(host);
        var message = new PublishedMessage { Header = new byte[14], Body = new byte[BodyBytes], ExpiresAfterMilliseconds = -1 };
        _messages = [.. Enumerable.Repeat(message, MessagesPerRead)];
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public long PublishToAcknowledge()
    {
        for (var read = 0; read < Reads; read++)
        {
            var route = _routes.Find(WireBytes);
            var run = new MessageRun(route.WireBytes, _messages);
            foreach (var queue in route.Queues)
            {
                queue.Enqueue(in run, now: 1);
                queue.Dispatch();
                _sink.Acknowledge(queue);
            }
        }

        return _sink.BodyBytes;
    }
}
