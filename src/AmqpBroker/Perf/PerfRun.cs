namespace AmqpBroker.Perf;

/// <summary>One run: queues, workers, a line each second, the summary, and everything put away again.</summary>
/// <param name="options">What to do.</param>
/// <param name="report">Where the figures go.</param>
/// <param name="note">Takes a line about what may spoil the figures.</param>
internal sealed class PerfRun(PerfOptions options, IPerfReport report, Action<string> note) : IDisposable
{
    private static readonly TimeSpan TickEvery = TimeSpan.FromMilliseconds(5);

    /// <summary>For what is still in the sockets; then they are cut.</summary>
    private static readonly TimeSpan ClosingTime = TimeSpan.FromSeconds(10);

    private readonly PerfConnector _connector = new(options.Uri);
    private readonly List<PerfConsumer> _consumers = [];
    private readonly List<PerfProducer> _producers = [];
    private readonly List<Task> _consuming = [];
    private readonly List<Task> _producing = [];

    public void Dispose() => Cut();

    /// <exception cref="PerfException">There is no broker, it refuses, or a worker cannot go on.</exception>
    public async Task RunAsync(CancellationToken interrupted)
    {
        using var queues = new PerfQueues(_connector, options);
        if (queues.Declare() is var found and > 0)
        {
            note($"the queues already hold {found} messages, which are delivered and counted too");
        }

        Connect();
        report.Begin(options);

        var measurement = new PerfMeasurement(options, report, AllCounters());
        using var stopping = new CancellationTokenSource();
        var started = PerfClock.Now;
        _consuming.AddRange(_consumers.Select(consumer => StartThread(() => consumer.Run(stopping.Token))));
        _producing.AddRange(_producers.Select(producer => StartThread(() => producer.Run(stopping.Token))));

        var measured = await MeasureAsync(measurement, started, interrupted);
        await stopping.CancelAsync();
        await StopAsync();
        report.End(measured);
        queues.PutAway();
    }

    private void Connect()
    {
        // Consumers first: what the producers send finds them there.
        for (var i = 0; i < options.Consumers; i++)
        {
            _consumers.Add(new PerfConsumer(_connector, options, i));
        }

        for (var i = 0; i < options.Producers; i++)
        {
            _producers.Add(new PerfProducer(_connector, options, i));
        }
    }

    private static Task StartThread(Action work)
        => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private async Task<PerfSample> MeasureAsync(PerfMeasurement measurement, long started, CancellationToken interrupted)
    {
        using var timer = new PeriodicTimer(TickEvery);
        while (!interrupted.IsCancellationRequested && !HasFailed())
        {
            if (!measurement.Tick(PerfClock.SecondsSince(started), _producing.TrueForAll(task => task.IsCompleted)))
            {
                break;
            }

            // Not cancelled by the interrupt: the next tick is five milliseconds away.
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }

        return measurement.Finish(PerfClock.SecondsSince(started));
    }

    private PerfCounters[] AllCounters()
        => [.. _consumers.Select(consumer => consumer.Counters), .. _producers.Select(producer => producer.Counters)];

    private bool HasFailed() => _consuming.Concat(_producing).Any(task => task.IsFaulted);

    private async Task StopAsync()
    {
        var all = Task.WhenAll(_consuming.Concat(_producing));
        try
        {
            await all.WaitAsync(ClosingTime);
        }
        catch (TimeoutException)
        {
            Cut();
            // What fails now fails because it was cut.
            await all.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private void Cut()
    {
        _consumers.ForEach(consumer => consumer.Dispose());
        _producers.ForEach(producer => producer.Dispose());
    }
}
