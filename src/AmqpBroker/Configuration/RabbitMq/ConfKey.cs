namespace AmqpBroker.Configuration.RabbitMq;

/// <summary>A key of <c>rabbitmq.conf</c> that is one setting of this broker.</summary>
/// <param name="Key">RabbitMQ's name.</param>
/// <param name="Setting">This broker's name.</param>
/// <param name="Allowed">What a value may be, told to whoever wrote another.</param>
/// <param name="Convert">RabbitMQ's value as this broker writes it; null when it is none.</param>
internal sealed record ConfKey(string Key, string Setting, string Allowed, Func<string, string?> Convert);
