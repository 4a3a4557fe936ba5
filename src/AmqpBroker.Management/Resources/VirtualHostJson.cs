using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Resources;

/// <summary>Virtual hosts as JSON. Used by one request.</summary>
internal sealed class VirtualHostJson(BrokerIdentity identity, StatQuery query)
{
    /// <summary>Rows of a list.</summary>
    public RowFormat<VirtualHost> Rows =>
        new(Write, static host => host.Name, static (one, other) => string.CompareOrdinal(one.Name, other.Name));

    /// <summary>Writes a virtual host.</summary>
    public void Write(Utf8JsonWriter writer, VirtualHost host)
    {
        var definition = host.Definition;
        writer.WriteStartObject();
        writer.WriteString("name", host.Name);
        writer.WriteString("description", definition.Description);
        WriteTags(writer, definition);
        writer.WriteString("default_queue_type", definition.DefaultQueueType ?? "undefined");
        writer.WriteStartObject("metadata");
        writer.WriteString("description", definition.Description);
        WriteTags(writer, definition);
        writer.WriteEndObject();
        writer.WriteBoolean("tracing", definition.IsTracing);
        writer.WriteStartObject("cluster_state");
        writer.WriteString(identity.NodeName, "running");
        writer.WriteEndObject();
        if (!query.IsWithoutStats)
        {
            VirtualHostStatistics.Write(writer, host, query);
        }

        writer.WriteEndObject();
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
