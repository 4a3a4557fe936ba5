namespace AmqpBroker.Perf;

/// <summary>All counters added up at one moment, or what happened between two.</summary>
internal sealed record PerfSample
{
    /// <summary>Since the start of the run, or between the two moments.</summary>
    public required double Seconds { get; init; }

    /// <summary>Time until the last producer was done, where that came before the end.</summary>
    public double? PublishSeconds { get; init; }

    public required long Published { get; init; }

    public required long Confirmed { get; init; }

    /// <summary>Publishes answered with basic.nack.</summary>
    public required long Refused { get; init; }

    public required long Delivered { get; init; }

    /// <summary>From publish to confirm.</summary>
    public required Latencies Confirm { get; init; }

    /// <summary>From publish to delivery.</summary>
    public required Latencies EndToEnd { get; init; }

    public double PublishRate => PerSecond(Published, PublishSeconds ?? Seconds);

    public double ConfirmRate => PerSecond(Confirmed, PublishSeconds ?? Seconds);

    public double DeliverRate => PerSecond(Delivered, Seconds);

    public static PerfSample Take(double seconds, IReadOnlyCollection<PerfCounters> counters) => new()
    {
        Seconds = seconds,
        Published = counters.Sum(worker => worker.Published),
        Confirmed = counters.Sum(worker => worker.Confirmed),
        Refused = counters.Sum(worker => worker.Refused),
        Delivered = counters.Sum(worker => worker.Delivered),
        Confirm = Latencies.Of(counters.Select(worker => worker.ConfirmLatency)),
        EndToEnd = Latencies.Of(counters.Select(worker => worker.EndToEndLatency)),
    };

    public PerfSample Since(PerfSample earlier) => new()
    {
        Seconds = Seconds - earlier.Seconds,
        Published = Published - earlier.Published,
        Confirmed = Confirmed - earlier.Confirmed,
        Refused = Refused - earlier.Refused,
        Delivered = Delivered - earlier.Delivered,
        Confirm = Confirm.Since(earlier.Confirm),
        EndToEnd = EndToEnd.Since(earlier.EndToEnd),
    };

    private static double PerSecond(long count, double seconds) => seconds > 0 ? count / seconds : 0;
}
