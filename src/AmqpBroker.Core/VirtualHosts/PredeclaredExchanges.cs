using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The exchanges that every virtual host has from the start (AMQP 0-9-1 §3.1.3).</summary>
internal static class PredeclaredExchanges
{
    /// <summary>Fed by the broker alone, with what it traces.</summary>
    private const string Trace = "amq.rabbitmq.trace";

    public static IReadOnlyList<(string Name, string Type)> All { get; } =
    [
        ("", "direct"), ("amq.direct", "direct"), ("amq.fanout", "fanout"), ("amq.topic", "topic"),
        ("amq.headers", "headers"), ("amq.match", "headers"), (Trace, "topic"),
    ];

    public static ExchangeDeclaration Declare(string name, string type) => new()
    {
        Name = name,
        Type = ExchangeType.Get(type),
        IsDurable = true,
        IsInternal = name == Trace,
    };
}
