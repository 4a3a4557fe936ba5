using System.Text.Json;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Resources;

/// <summary>Exchanges as JSON.</summary>
internal static class ExchangeJson
{
    private static readonly Dictionary<string, Func<(string VirtualHost, Exchange Exchange), SortKey>> SortKeys = new(StringComparer.Ordinal)
    {
        ["name"] = static row => SortKey.Of(row.Exchange.Name),
        ["vhost"] = static row => SortKey.Of(row.VirtualHost),
        ["type"] = static row => SortKey.Of(row.Exchange.Declaration.Type.Name),
    };

    /// <summary>An exchange and the virtual host it is in.</summary>
    /// <param name="query">Which samples are asked for.</param>
    public static RowFormat<(string VirtualHost, Exchange Exchange)> Rows(StatQuery query) => new(
        (writer, row) =>
        {
            writer.WriteStartObject();
            WriteAll(writer, row, query);
            writer.WriteEndObject();
        },
        static row => row.Exchange.Name,
        static (one, other) => string.CompareOrdinal(one.VirtualHost, other.VirtualHost) is var order and not 0
            ? order
            : string.CompareOrdinal(one.Exchange.Name, other.Exchange.Name))
    {
        SortKeys = SortKeys,
    };

    /// <summary>Writes an exchange by itself.</summary>
    /// <param name="query">Which samples are asked for.</param>
    public static Action<Utf8JsonWriter, (string VirtualHost, Exchange Exchange)> Whole(StatQuery query) => (writer, row) =>
    {
        writer.WriteStartObject();
        WriteAll(writer, row, query);
        if (!query.IsWithoutStats)
        {
            // Filled with rates_mode detailed alone, also by RabbitMQ.
            writer.WriteStartArray("incoming");
            writer.WriteEndArray();
            writer.WriteStartArray("outgoing");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    };

    private static void WriteAll(Utf8JsonWriter writer, (string VirtualHost, Exchange Exchange) row, StatQuery query)
    {
        WriteMembers(writer, row.VirtualHost, row.Exchange);
        if (!query.IsWithoutStats)
        {
            ExchangeStatistics.Write(writer, row.Exchange, query);
        }
    }

    /// <summary>The members of an exchange's object.</summary>
    private static void WriteMembers(Utf8JsonWriter writer, string virtualHost, Exchange exchange)
    {
        var declaration = exchange.Declaration;
        FieldJson.Write(writer, "arguments", declaration.Arguments);
        writer.WriteBoolean("auto_delete", declaration.IsAutoDelete);
        writer.WriteBoolean("durable", declaration.IsDurable);
        writer.WriteBoolean("internal", declaration.IsInternal);
        writer.WriteString("name", exchange.Name);
        if (exchange.Policy.User is { } policy)
        {
            writer.WriteString("policy", policy.Name);
        }

        writer.WriteString("type", declaration.Type.Name);
        if (exchange.Name.Length == 0 || ServerNames.IsReserved(exchange.Name))
        {
            writer.WriteString("user_who_performed_action", "rmq-internal");
        }

        writer.WriteString("vhost", virtualHost);
    }
}
