namespace AmqpBroker.Perf;

/// <summary>Decides, tick by tick, when a line is due, when the warm-up is over and when the run is. Confined to the run.</summary>
/// <param name="options">What ends the run: its time, or its number of messages.</param>
/// <param name="report">Where the lines go.</param>
/// <param name="counters">Of all workers.</param>
internal sealed class PerfMeasurement(PerfOptions options, IPerfReport report, IReadOnlyCollection<PerfCounters> counters)
{
    private const double LineEverySeconds = 1;

    /// <summary>With a number of messages to reach, how long nothing may happen before it counts as all there is.</summary>
    private const double PatienceSeconds = 2;

    private PerfSample _baseline = PerfSample.Take(0, counters);
    private PerfSample _last = PerfSample.Take(0, counters);
    private bool _isWarm = options.Count > 0 || options.WarmUp == TimeSpan.Zero;
    private double _nextLine = LineEverySeconds;
    private double? _publishedAfter;
    private long _progress;
    private double _progressAt;

    private bool EndsWithWork => options.Count > 0;

    /// <param name="elapsed">Seconds since the start.</param>
    /// <param name="areProducersDone">Whether every producer has ended, its messages at the broker.</param>
    /// <returns>False when the run is over.</returns>
    public bool Tick(double elapsed, bool areProducersDone)
    {
        if (!_isWarm && elapsed >= options.WarmUp.TotalSeconds)
        {
            _isWarm = true;
            _baseline = PerfSample.Take(elapsed, counters);
        }

        if (elapsed >= _nextLine)
        {
            WriteLine(elapsed);
        }

        return EndsWithWork ? IsWorkLeft(elapsed, areProducersDone) : IsTimeLeft(elapsed);
    }

    /// <summary>What was measured, up to now or to the moment the work was done.</summary>
    public PerfSample Finish(double elapsed)
    {
        var end = EndsWithWork && _progress > 0 ? Math.Max(_progressAt, _publishedAfter ?? 0) : elapsed;
        return PerfSample.Take(end, counters).Since(_baseline) with { PublishSeconds = _publishedAfter };
    }

    private void WriteLine(double elapsed)
    {
        var sample = PerfSample.Take(elapsed, counters);
        report.Interval(sample.Since(_last), elapsed);
        _last = sample;
        _nextLine = Math.Floor(elapsed / LineEverySeconds + 1) * LineEverySeconds;
    }

    private bool IsTimeLeft(double elapsed)
        => options.Duration == TimeSpan.Zero || elapsed < (options.WarmUp + options.Duration).TotalSeconds;

    private bool IsWorkLeft(double elapsed, bool areProducersDone)
    {
        var delivered = counters.Sum(worker => worker.Delivered);
        var progress = delivered + counters.Sum(worker => worker.Published + worker.Confirmed + worker.Refused);
        if (progress != _progress)
        {
            _progress = progress;
            _progressAt = elapsed;
        }

        if (!areProducersDone)
        {
            return true;
        }

        if (options.Producers > 0)
        {
            _publishedAfter ??= elapsed;
        }

        return options.Consumers > 0 && delivered < options.ExpectedDeliveries && elapsed - _progressAt < PatienceSeconds;
    }
}
