namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>A line that changes nothing here, and why.</summary>
internal sealed record IgnoredConfEntry(ConfEntry Entry, string Reason);
