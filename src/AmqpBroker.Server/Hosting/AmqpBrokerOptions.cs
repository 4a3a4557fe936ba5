namespace AmqpBroker.Server.Hosting;

/// <summary>Everything a broker can be told. Read once, at start; a change afterwards has no effect.</summary>
public sealed class AmqpBrokerOptions
{
    /// <summary>The listeners and what is offered to clients; configuration section <c>Amqp</c>.</summary>
    public AmqpOptions Amqp { get; set; } = new();

    /// <summary>Where data lies and when it counts as safe; configuration section <c>Storage</c>.</summary>
    public StorageOptions Storage { get; set; } = new();

    /// <summary>How what happens is counted together; configuration section <c>Statistics</c>.</summary>
    public StatisticsOptions Statistics { get; set; } = new();
}
