using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Clients;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Resources;

/// <summary>Queues as JSON. Used by one request.</summary>
/// <param name="identity">What the node is called.</param>
/// <param name="detail">How much is shown.</param>
/// <param name="query">Which samples are asked for.</param>
internal sealed class QueueJson(BrokerIdentity identity, QueueDetail detail, StatQuery query)
{
    private static readonly Dictionary<string, Func<Queue, SortKey>> SortKeys = new(QueueStatistics.SortKeys(), StringComparer.Ordinal)
    {
        ["name"] = static queue => SortKey.Of(queue.Name),
        ["vhost"] = static queue => SortKey.Of(queue.VirtualHost),
        ["durable"] = static queue => SortKey.Of(queue.Declaration.IsDurable),
        ["messages"] = static queue => queue.Count() is var counts ? SortKey.Of(counts.Ready + counts.Unacked) : default,
        ["messages_ready"] = static queue => SortKey.Of(queue.Count().Ready),
        ["messages_unacknowledged"] = static queue => SortKey.Of(queue.Count().Unacked),
        ["consumers"] = static queue => SortKey.Of(queue.Count().Consumers),

        // No row of a list has it, as in RabbitMQ; found by it are the queues that go with a connection.
        ["owner_pid_details.name"] = static queue => queue.Declaration.ExclusiveOwner is IExclusiveOwner owner ? SortKey.Of(owner.Client.Name) : default,
    };

    /// <summary>Rows of a list.</summary>
    public RowFormat<Queue> Rows => new(Write, static queue => queue.Name, Compare) { SortKeys = SortKeys };

    /// <summary>Writes a queue as a row of a list.</summary>
    public void Write(Utf8JsonWriter writer, Queue queue)
    {
        writer.WriteStartObject();
        WriteMembers(writer, queue, withConsumers: false);
        writer.WriteEndObject();
    }

    /// <summary>Writes a queue by itself, with its consumers.</summary>
    public void WriteWhole(Utf8JsonWriter writer, Queue queue)
    {
        writer.WriteStartObject();
        WriteMembers(writer, queue, withConsumers: true);
        writer.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter writer, Queue queue, bool withConsumers)
    {
        WriteDeclaration(writer, queue);
        switch (detail)
        {
            case QueueDetail.All:
                var snapshot = queue.Inspect();
                WriteFigures(writer, queue, snapshot);
                if (withConsumers)
                {
                    new ConsumerJson(identity).WriteDetails(writer, snapshot.Consumers);
                    WriteOwner(writer, queue);
                    WriteBreakdown(writer, "deliveries");
                    WriteBreakdown(writer, "incoming");
                }

                break;
            case QueueDetail.Totals:
                WriteTotals(writer, queue.Count());
                writer.WriteString("state", "running");
                break;
            default:
                writer.WriteString("state", "live");
                break;
        }
    }

    private static void WriteOwner(Utf8JsonWriter writer, Queue queue)
    {
        if (queue.Declaration.ExclusiveOwner is not IExclusiveOwner owner)
        {
            return;
        }

        var peer = owner.Client.Details.Peer;
        writer.WriteStartObject("owner_pid_details");
        writer.WriteString("name", owner.Client.Name);
        writer.WriteString("peer_host", peer?.Address.ToString() ?? "unknown");
        writer.WriteNumber("peer_port", peer?.Port ?? 0);
        writer.WriteEndObject();
    }

    // Shown with rates_mode detailed alone, also by RabbitMQ.
    private static void WriteBreakdown(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    private void WriteDeclaration(Utf8JsonWriter writer, Queue queue)
    {
        var declaration = queue.Declaration;
        FieldJson.Write(writer, "arguments", declaration.Arguments);
        writer.WriteBoolean("auto_delete", declaration.IsAutoDelete);
        writer.WriteBoolean("durable", declaration.IsDurable);
        writer.WriteBoolean("exclusive", declaration.IsExclusive);
        writer.WriteString("name", queue.Name);
        writer.WriteString("node", identity.NodeName);
        writer.WriteString("type", QueueTypes.NameOf(QueueTypes.Of(declaration.Arguments)));
        writer.WriteString("vhost", queue.VirtualHost);
    }

    private void WriteFigures(Utf8JsonWriter writer, Queue queue, QueueSnapshot snapshot)
    {
        var figures = snapshot.Figures;
        writer.WriteNumber("consumers", figures.Counts.Consumers);
        FieldJson.Write(writer, "effective_policy_definition", queue.Policy.Definition);
        writer.WriteNumber("memory", figures.BytesInMemory);
        writer.WriteNumber("message_bytes_ready", figures.ReadyBytes);
        WriteTotals(writer, figures.Counts);
        QueueStatistics.Write(writer, queue, in figures, query);
        writer.WriteString("operator_policy", queue.Policy.Operator?.Name);
        writer.WriteString("policy", queue.Policy.User?.Name);
        writer.WriteString("state", "running");
        if (queue.Settings.Quorum is null)
        {
            WriteClassic(writer, queue, snapshot);
        }
        else
        {
            WriteQuorum(writer, queue);
        }
    }

    private static void WriteClassic(Utf8JsonWriter writer, Queue queue, QueueSnapshot snapshot)
    {
        writer.WriteString("exclusive_consumer_tag", snapshot.Consumers.FirstOrDefault(static consumer => consumer.IsExclusive)?.Tag);
        WriteHeadTimestamp(writer, snapshot);
        writer.WriteNull("recoverable_slaves");
        writer.WriteString("single_active_consumer_tag", queue.ActiveConsumer?.Tag);
    }

    private void WriteQuorum(Utf8JsonWriter writer, Queue queue)
    {
        writer.WriteString("leader", identity.NodeName);
        WriteNodes(writer, "members");
        WriteNodes(writer, "online");
        writer.WriteString("single_active_consumer_ctag", queue.ActiveConsumer?.Tag);
    }

    private void WriteNodes(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(identity.NodeName);
        writer.WriteEndArray();
    }

    private static void WriteHeadTimestamp(Utf8JsonWriter writer, QueueSnapshot snapshot)
    {
        if (snapshot.HeadTimestamp is { } timestamp)
        {
            writer.WriteNumber("head_message_timestamp", timestamp);
        }
        else
        {
            writer.WriteNull("head_message_timestamp");
        }
    }

    private static void WriteTotals(Utf8JsonWriter writer, QueueCounts counts)
    {
        writer.WriteNumber("messages", counts.Ready + counts.Unacked);
        writer.WriteNumber("messages_ready", counts.Ready);
        writer.WriteNumber("messages_unacknowledged", counts.Unacked);
    }

    private static int Compare(Queue one, Queue other)
    {
        var order = string.CompareOrdinal(one.VirtualHost, other.VirtualHost);
        return order != 0 ? order : string.CompareOrdinal(one.Name, other.Name);
    }
}
