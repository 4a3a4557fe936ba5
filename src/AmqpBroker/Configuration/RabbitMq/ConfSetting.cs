namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>A setting of this broker, and the line it comes from.</summary>
internal sealed record ConfSetting(string Value, ConfEntry Origin);
