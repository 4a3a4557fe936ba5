namespace AmqpBroker.Server.Hosting;

/// <summary>How what happens in the broker is counted together; configuration section <c>Statistics</c>.</summary>
public sealed class StatisticsOptions
{
    /// <summary>From one sample to the next: rates are those over one such interval.</summary>
    public TimeSpan SamplingInterval { get; set; } = TimeSpan.FromSeconds(5);
}
