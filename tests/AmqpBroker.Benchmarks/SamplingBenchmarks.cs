using AmqpBroker.Core;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using BenchmarkDotNet.Attributes;

namespace AmqpBroker.Benchmarks;

/// <summary>One sample of ten thousand queues, of which none, a hundredth or all have got a message since the last. It comes every 5 s.</summary>
public class SamplingBenchmarks : IDisposable
{
    private const int Queues = 10_000;

    private readonly List<Queue> _queues = [];
    private PublishedMessage[] _messages = [];
    private Broker _broker = null!; // made by Setup, which runs first
    private StatisticsSampler _sampler = null!; // likewise

    [Params(0, 100, Queues)]
    public int Busy { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _broker = new Broker(TimeProvider.System);
        _sampler = new StatisticsSampler(_broker);
        _messages = [new PublishedMessage { Header = new byte[14], Body = new byte[16], ExpiresAfterMilliseconds = -1 }];
        for (var i = 0; i < Queues; i++)
        {
            _queues.Add(await _broker.VirtualHosts[0].DeclareQueueAsync(new QueueDeclaration { Name = $"q{i}" }, this));
            _queues[i].Enqueue(new MessageRun([0, 1, (byte)'q'], _messages), now: 1);
        }

        _sampler.Sample();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _sampler.Dispose();
        _broker.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public void Sample()
    {
        for (var i = 0; i < Busy; i++)
        {
            _queues[i].Enqueue(new MessageRun([0, 1, (byte)'q'], _messages), now: 1);
            _queues[i].Purge();
        }

        _sampler.Sample();
    }
}
