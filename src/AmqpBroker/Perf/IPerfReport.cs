namespace AmqpBroker.Perf;

/// <summary>Where the figures of a run are told.</summary>
internal interface IPerfReport
{
    void Begin(PerfOptions options);

    /// <param name="interval">What happened since the line before.</param>
    /// <param name="elapsed">Seconds since the start.</param>
    void Interval(PerfSample interval, double elapsed);

    /// <param name="measured">All that counts: without the warm-up.</param>
    void End(PerfSample measured);
}
