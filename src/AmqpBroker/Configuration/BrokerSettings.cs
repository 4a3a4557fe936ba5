using AmqpBroker.Configuration.RabbitMq;
using AmqpBroker.Logging;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Telemetry;

namespace AmqpBroker.Configuration;

/// <summary>The configuration, read, converted and found without mistakes.</summary>
internal sealed record BrokerSettings(AmqpBrokerOptions Broker, ManagementOptions Management, LogSettings Logging)
{
    /// <summary>Where figures are sent.</summary>
    public TelemetryOptions Telemetry { get; init; } = new();

    /// <summary>Lines of RabbitMQ's files that change nothing.</summary>
    public IReadOnlyList<IgnoredConfEntry> IgnoredRabbitMqKeys { get; init; } = [];
}
