namespace AmqpBroker.Core.Statistics;

/// <summary>Which samples are wanted: one every so many seconds, as far back as the age.</summary>
/// <param name="AgeSeconds">How far back.</param>
/// <param name="IncrementSeconds">From one sample to the next.</param>
public readonly record struct StatRange(long AgeSeconds, long IncrementSeconds)
{
    /// <summary>Most samples of one answer, as RabbitMQ's.</summary>
    private const long MaxSamples = 500;

    /// <summary>Whether so much may be asked.</summary>
    public bool IsValid => AgeSeconds > 0 && IncrementSeconds > 0 && AgeSeconds / IncrementSeconds <= MaxSamples;
}
