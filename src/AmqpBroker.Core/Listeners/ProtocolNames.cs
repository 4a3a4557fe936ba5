namespace AmqpBroker.Core.Listeners;

/// <summary>RabbitMQ's names of protocols that are listened for.</summary>
public static class ProtocolNames
{
    /// <summary>AMQP without TLS.</summary>
    public const string Amqp = "amqp";

    /// <summary>AMQP over TLS.</summary>
    public const string Amqps = "amqp/ssl";

    /// <summary>The management API without TLS.</summary>
    public const string Http = "http";

    /// <summary>The management API over TLS.</summary>
    public const string Https = "https";

    /// <summary>Prometheus' metrics.</summary>
    public const string Prometheus = "http/prometheus";

    /// <summary>The name by which RabbitMQ knows what an operator may call otherwise, such as <c>amqps</c> or <c>amqp091</c>.</summary>
    public static string Canonical(string name) => name switch
    {
        "amqp091" or "amqp10" or "amqp1.0" or "amqp0.9.1" => Amqp,
        "amqps" or "amqp/tls" => Amqps,
        "http/ssl" => Https,
        _ => name,
    };
}
