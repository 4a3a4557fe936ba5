using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Resources;

/// <summary>How virtual hosts are shown.</summary>
internal static class VirtualHostJson
{
    /// <summary>A virtual host, what its node is called, and which samples are asked for.</summary>
    public static RowFormat<(VirtualHost Host, BrokerIdentity Identity, StatQuery Query)> Rows { get; } = new(
        Write,
        static row => row.Host.Name,
        static (one, other) => string.CompareOrdinal(one.Host.Name, other.Host.Name));

    private static void Write(Utf8JsonWriter writer, (VirtualHost Host, BrokerIdentity Identity, StatQuery Query) row)
    {
        var definition = row.Host.Definition;
        writer.WriteStartObject();
        writer.WriteString("name", row.Host.Name);
        writer.WriteString("description", definition.Description);
        WriteTags(writer, definition);

        // Where none is said RabbitMQ 3 writes the name of Erlang's atom.
        writer.WriteString("default_queue_type", definition.DefaultQueueType ?? "undefined");
        writer.WriteStartObject("metadata");
        if (definition.DefaultQueueType is { } type)
        {
            writer.WriteString("default_queue_type", type);
        }

        writer.WriteString("description", definition.Description);
        WriteTags(writer, definition);
        writer.WriteEndObject();
        writer.WriteBoolean("tracing", definition.IsTracing);
        writer.WriteStartObject("cluster_state");
        writer.WriteString(row.Identity.NodeName, "running");
        writer.WriteEndObject();
        if (!row.Query.IsWithoutStats)
        {
            WriteMessages(writer, row.Host);
            VirtualHostStatistics.Write(writer, row.Host, row.Query);
        }

        writer.WriteEndObject();
    }

    private static void WriteMessages(Utf8JsonWriter writer, VirtualHost host)
    {
        var (ready, unacked) = (0L, 0L);
        foreach (var queue in host.ListQueues())
        {
            var counts = queue.Count();
            ready += counts.Ready;
            unacked += counts.Unacked;
        }

        writer.WriteNumber("messages", ready + unacked);
        writer.WriteNumber("messages_ready", ready);
        writer.WriteNumber("messages_unacknowledged", unacked);
    }

    private static void WriteTags(Utf8JsonWriter writer, VirtualHostDefinition definition)
    {
        writer.WriteStartArray("tags");
        foreach (var tag in definition.Tags)
        {
            writer.WriteStringValue(tag);
        }

        writer.WriteEndArray();
    }
}
