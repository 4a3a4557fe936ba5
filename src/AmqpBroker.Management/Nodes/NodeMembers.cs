using System.Globalization;
using System.Net;
using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Listeners;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Nodes;

/// <summary>Members that the overview and the node's own object share.</summary>
internal static class NodeMembers
{
    /// <summary>How rates are made: what RabbitMQ calls basic, without the breakdown by channel.</summary>
    public const string RatesMode = "basic";

    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["direct"] = "AMQP direct exchange, as per the AMQP specification",
        ["fanout"] = "AMQP fanout exchange, as per the AMQP specification",
        ["headers"] = "AMQP headers exchange, as per the AMQP specification",
        ["topic"] = "AMQP topic exchange, as per the AMQP specification",
        ["x-consistent-hash"] = "Consistent Hashing Exchange",
        ["x-delayed-message"] = "Delayed Message Exchange.",
        ["x-message-deduplication"] = "Message deduplication exchange.",
        ["x-random"] = "Random exchange",
    };

    public static void WriteExchangeTypes(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("exchange_types");
        foreach (var name in ExchangeType.Names.Order(StringComparer.Ordinal))
        {
            WriteNamed(writer, name, Descriptions.GetValueOrDefault(name, name));
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes something that is there and switched on.</summary>
    public static void WriteNamed(Utf8JsonWriter writer, string name, string description)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("description", description);
        writer.WriteBoolean("enabled", true);
        writer.WriteEndObject();
    }

    /// <summary>Where clients and operators may connect.</summary>
    public static IReadOnlyList<OpenListener> ListenersOf(IServiceProvider services) => services.GetRequiredService<ListenerDirectory>().All;

    public static void WriteListeners(Utf8JsonWriter writer, BrokerIdentity identity, IReadOnlyList<OpenListener> listeners)
    {
        writer.WriteStartArray("listeners");
        foreach (var listener in listeners)
        {
            writer.WriteStartObject();
            writer.WriteString("node", identity.NodeName);
            writer.WriteString("protocol", listener.Protocol);
            writer.WriteString("ip_address", AddressOf(listener.EndPoint));
            writer.WriteNumber("port", listener.EndPoint.Port);
            writer.WriteStartObject("socket_opts");
            if (listener.Backlog is { } backlog)
            {
                writer.WriteNumber("backlog", backlog);
                writer.WriteBoolean("nodelay", true);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes what is served over HTTP.</summary>
    public static void WriteContexts(Utf8JsonWriter writer, BrokerIdentity? identity, IReadOnlyList<OpenListener> listeners)
    {
        writer.WriteStartArray("contexts");
        foreach (var listener in listeners.Where(static listener => listener.Protocol.StartsWith("http", StringComparison.Ordinal)))
        {
            writer.WriteStartObject();
            if (identity is not null)
            {
                writer.WriteStartArray("ssl_opts");
                writer.WriteEndArray();
                writer.WriteString("node", identity.NodeName);
            }

            writer.WriteString("description", listener.Protocol == ProtocolNames.Prometheus ? "RabbitMQ Prometheus" : "RabbitMQ Management");
            writer.WriteString("path", "/");
            writer.WriteString("cowboy_opts", "[]");
            writer.WriteString("ip", AddressOf(listener.EndPoint));
            writer.WriteString("port", listener.EndPoint.Port.ToString(CultureInfo.InvariantCulture));
            if (listener.Protocol != ProtocolNames.Http)
            {
                writer.WriteString("protocol", $"'{listener.Protocol}'");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string AddressOf(IPEndPoint endpoint) => endpoint.Address.ToString();
}
