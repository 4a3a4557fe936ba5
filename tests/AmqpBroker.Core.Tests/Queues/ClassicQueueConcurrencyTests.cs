using System.Runtime.InteropServices;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A queue between several publishers and several consumers, each on a thread of its own.</summary>
public sealed class ClassicQueueConcurrencyTests
{
    private const int Publishers = 3;
    private const int PerPublisher = 20_000;
    private const int Total = Publishers * PerPublisher;
    private const int Deadline = 60_000;

    private readonly ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });
    private readonly int[] _acknowledged = new int[Total];
    private readonly CancellationTokenSource _done = new();
    private int _left = Total;

    [TearDown]
    public void Release() => _done.Dispose();

    [Test]
    [CancelAfter(Deadline)]
    public async Task Nothing_is_lost_or_comes_out_of_order(CancellationToken cancellationToken)
    {
        var seed = PrintedSeed();
        using var registration = cancellationToken.Register(_done.Cancel);
        using var one = new BusyChannel();
        using var thirty = new BusyChannel();
        using var unlimited = new BusyChannel();
        using var windowed = new BusyChannel();
        BusyChannel[] channels = [one, thirty, unlimited, windowed];
        windowed.Window.Set(100, 0);
        int[] prefetches = [1, 30, 0, 0];
        Task[] tasks =
        [
            .. channels.Select((channel, i) => Start(() => Consume(channel, prefetches[i], new Random(seed + i)))),
            .. Enumerable.Range(0, Publishers).Select(i => Start(() => Publish(i, new Random(seed - i - 1)))),
        ];

        await Task.WhenAll(tasks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_left, Is.Zero, $"{_queue.Count()}");
            Assert.That(_acknowledged, Is.All.EqualTo(1));
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 0, channels.Length)));
            Assert.That(channels.Sum(channel => channel.Refusals), Is.Positive, "the test wants sinks that fill up");
        }
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Nothing_is_lost_while_consumers_come_and_go(CancellationToken cancellationToken)
    {
        var seed = PrintedSeed();
        using var registration = cancellationToken.Register(_done.Cancel);
        Task[] tasks =
        [
            .. Enumerable.Range(0, 3).Select(i => Start(() => ComeAndGo(new Random(seed + i)))),
            .. Enumerable.Range(0, Publishers).Select(i => Start(() => Publish(i, new Random(seed - i - 1)))),
        ];

        await Task.WhenAll(tasks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_left, Is.Zero, $"{_queue.Count()}");
            Assert.That(_acknowledged, Is.All.EqualTo(1));
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 0, 0)));
        }
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Consumers_without_acknowledgement_share_everything_once(CancellationToken cancellationToken)
    {
        var seed = PrintedSeed();
        using var registration = cancellationToken.Register(_done.Cancel);
        Task[] tasks =
        [
            .. Enumerable.Range(0, 3).Select(_ => Start(ConsumeWithoutAcknowledgement)),
            .. Enumerable.Range(0, Publishers).Select(i => Start(() => Publish(i, new Random(seed - i - 1)))),
        ];

        await Task.WhenAll(tasks);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_acknowledged, Is.All.EqualTo(1));
            Assert.That(_queue.Count(), Is.EqualTo(new QueueCounts(0, 0, 3)));
        }
    }

    private static int PrintedSeed()
    {
        var seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        return seed;
    }

    private Task Start(Action loop) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                loop();
            }
            catch (OperationCanceledException)
            {
                // Everything has been acknowledged, or the deadline has passed: the assertions tell which.
            }
            catch
            {
                _done.Cancel();
                throw;
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    // Publisher p sends the numbers p * PerPublisher, p * PerPublisher + 1, ...
    private void Publish(int publisher, Random random)
    {
        for (var sent = 0; sent < PerPublisher;)
        {
            _done.Token.ThrowIfCancellationRequested();
            var count = Math.Min(random.Next(1, 40), PerPublisher - sent);
            _queue.Publish(Enumerable.Range((publisher * PerPublisher) + sent, count));
            sent += count;
        }
    }

    private void Consume(BusyChannel channel, int prefetch, Random random)
    {
        Subscribe(channel, prefetch);
        int[] last = [-1, -1, -1];
        var taken = new List<Received>();
        while (true)
        {
            channel.Take(taken, random.Next(1, 50), _done.Token);
            foreach (var received in taken.Where(received => !received.IsRedelivered))
            {
                ref var before = ref last[received.Number / PerPublisher];
                if (received.Number <= before)
                {
                    throw new InvalidOperationException($"{received.Number} came after {before}");
                }

                before = received.Number;
            }

            var isRequeued = random.Next(4) == 0;
            Settle(channel, taken, isRequeued ? SettleOutcome.Requeue : SettleOutcome.Acknowledge);
        }
    }

    // Some deliveries are settled, some go back when the channel ends, and some are refused since it has ended.
    private void ComeAndGo(Random random)
    {
        var taken = new List<Received>();
        while (Volatile.Read(ref _left) > 0 && !_done.IsCancellationRequested)
        {
            using var channel = new BusyChannel();
            var consumer = Subscribe(channel, random.Next(0, 20));
            try
            {
                for (var i = random.Next(1, 60); i > 0; i--)
                {
                    channel.Take(taken, random.Next(1, 50), _done.Token);
                    Settle(channel, taken, SettleOutcome.Acknowledge);
                }
            }
            finally
            {
                var rest = channel.Close();
                _queue.Unsubscribe(consumer);
                Settle(channel, rest, SettleOutcome.Requeue);
            }
        }
    }

    private void ConsumeWithoutAcknowledgement()
    {
        using var channel = new BusyChannel();
        var consumer = NewConsumer(channel, prefetch: 0, isNoAck: true);
        _queue.Subscribe(consumer);
        consumer.Start();
        _queue.Dispatch();
        var taken = new List<Received>();
        while (true)
        {
            channel.Take(taken, 50, _done.Token);
            Count(taken);
        }
    }

    private Consumer Subscribe(BusyChannel channel, int prefetch)
    {
        var consumer = NewConsumer(channel, prefetch, isNoAck: false);
        _queue.Subscribe(consumer);
        consumer.Start();
        _queue.Dispatch();
        return consumer;
    }

    private Consumer NewConsumer(BusyChannel channel, int prefetch, bool isNoAck) => new()
    {
        Tag = "tag",
        Queue = _queue,
        Sink = channel,
        Window = channel.Window,
        Prefetch = prefetch,
        IsNoAck = isNoAck,
    };

    private void Settle(BusyChannel channel, List<Received> deliveries, SettleOutcome outcome)
    {
        if (outcome == SettleOutcome.Acknowledge)
        {
            Count(deliveries);
        }

        _queue.Settle(CollectionsMarshal.AsSpan(deliveries.ConvertAll(received => received.Settled)), outcome);
        channel.Window.Release(deliveries.Count);
        _queue.Dispatch();
        if (Volatile.Read(ref _left) == 0)
        {
            _done.Cancel();
        }
    }

    private void Count(List<Received> deliveries)
    {
        foreach (var received in deliveries)
        {
            Interlocked.Increment(ref _acknowledged[received.Number]);
            if (Interlocked.Decrement(ref _left) == 0 && received.Settled.Consumer is { IsNoAck: true })
            {
                _done.Cancel();
            }
        }
    }
}
