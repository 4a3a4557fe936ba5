using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Clients;

/// <summary>Consumers as JSON.</summary>
internal sealed class ConsumerJson(BrokerIdentity identity)
{
    /// <summary>Rows of a list.</summary>
    public RowFormat<ListedConsumer> Rows => new(Write, static row => row.Consumer.Tag, Compare)
    {
        Text = static row => $"{row.Consumer.Tag}\n{row.Consumer.Queue.Name}\n{row.Channel.Name}\n{row.Channel.Connection.Details.UserProvidedName}",
    };

    /// <summary>Writes the consumers of a queue as the member <c>consumer_details</c>.</summary>
    public void WriteDetails(Utf8JsonWriter writer, IEnumerable<Consumer> consumers)
    {
        writer.WriteStartArray("consumer_details");
        foreach (var consumer in consumers)
        {
            if (consumer.Sink.Channel is { } channel)
            {
                Write(writer, new ListedConsumer(channel, consumer));
            }
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a consumer.</summary>
    public void Write(Utf8JsonWriter writer, ListedConsumer row)
    {
        var (channel, consumer) = row;
        var (isActive, activity) = ActivityOf(consumer);
        writer.WriteStartObject();
        FieldJson.Write(writer, "arguments", consumer.Arguments);
        writer.WriteBoolean("ack_required", !consumer.IsNoAck);
        writer.WriteBoolean("active", isActive);
        writer.WriteString("activity_status", activity);
        WriteChannel(writer, channel);
        WriteTimeout(writer, channel, consumer);
        writer.WriteString("consumer_tag", consumer.Tag);
        writer.WriteBoolean("exclusive", consumer.IsExclusive);
        writer.WriteNumber("messages_unacknowledged", consumer.Unacked);
        writer.WriteNumber("prefetch_count", consumer.Prefetch);
        writer.WriteStartObject("queue");
        writer.WriteString("name", consumer.Queue.Name);
        writer.WriteString("vhost", consumer.Queue.VirtualHost);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteChannel(Utf8JsonWriter writer, IClientChannel channel)
    {
        var (connection, peer) = (channel.Connection, channel.Connection.Details.Peer);
        writer.WriteStartObject("channel_details");
        writer.WriteString("connection_name", connection.Name);
        writer.WriteString("name", channel.Name);
        writer.WriteString("node", identity.NodeName);
        writer.WriteNumber("number", channel.Number);
        writer.WriteString("peer_host", peer?.Address.ToString() ?? "unknown");
        writer.WriteNumber("peer_port", peer?.Port ?? 0);
        writer.WriteString("user", connection.User);
        writer.WriteString("user_provided_name", connection.Details.UserProvidedName ?? "");
        writer.WriteEndObject();
    }

    private static void WriteTimeout(Utf8JsonWriter writer, IClientChannel channel, Consumer consumer)
    {
        var timeout = consumer.Queue.Settings.ConsumerTimeout ?? (long)channel.ConsumerTimeout.TotalMilliseconds;
        if (timeout > 0)
        {
            writer.WriteNumber("consumer_timeout", timeout);
        }
        else
        {
            writer.WriteString("consumer_timeout", "undefined");
        }
    }

    private static (bool IsActive, string Status) ActivityOf(Consumer consumer) => consumer.Queue switch
    {
        { Settings.HasSingleActiveConsumer: false } => (true, "up"),
        var queue when queue.ActiveConsumer == consumer => (true, "single_active"),
        _ => (false, "waiting"),
    };

    private static int Compare(ListedConsumer one, ListedConsumer other)
    {
        var order = string.CompareOrdinal(one.Consumer.Queue.VirtualHost, other.Consumer.Queue.VirtualHost);
        order = order != 0 ? order : string.CompareOrdinal(one.Consumer.Queue.Name, other.Consumer.Queue.Name);
        return order != 0 ? order : string.CompareOrdinal(one.Consumer.Tag, other.Consumer.Tag);
    }
}
