using AmqpBroker.Core.Listeners;

namespace AmqpBroker.Management.Hosting;

/// <summary>The listener for Prometheus, which asks for no login; configuration section <c>Prometheus</c>. Read once, at start.</summary>
public sealed class PrometheusOptions
{
    /// <summary>Where to listen, as the management API.</summary>
    public string Address { get; set; } = ListenAddress.Any;

    /// <summary>The port; <see cref="ManagementOptions.AnyFreePort"/> and <see cref="ManagementOptions.NoPort"/> have their meaning.</summary>
    public int Port { get; set; } = 15692;

    /// <summary>The path; <c>/per-object</c> and <c>/detailed</c> follow it.</summary>
    public string Path { get; set; } = "/metrics";

    /// <summary>Whether the path itself gives a sample for each queue, channel and connection, too.</summary>
    public bool PerObject { get; set; }
}
