using System.Text.Json;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Management.Resources;

/// <summary>Messages that were looked at, as JSON.</summary>
internal static class BrowsedJson
{
    public static void Write(Utf8JsonWriter writer, BrowsedMessages messages, int truncate, bool asBase64)
    {
        writer.WriteStartObject();
        writer.WriteNumber("ready", messages.Ready);
        writer.WriteString("next", messages.Next?.ToString());
        writer.WriteStartArray("items");
        foreach (var message in messages.Messages)
        {
            Write(writer, message, truncate, asBase64);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, BrowsedMessage message, int truncate, bool asBase64)
    {
        var record = new MessageRecord(message.Bytes.Span);
        var (exchange, key) = RouteCache.Decode(record.Route);
        writer.WriteStartObject();
        writer.WriteNumber("position", message.Position);
        writer.WriteString("place", message.Place.ToString());
        writer.WriteNumber("payload_bytes", message.BodyLength);
        writer.WriteBoolean("redelivered", message.IsRedelivered);
        writer.WriteString("exchange", exchange);
        writer.WriteString("routing_key", key);
        writer.WriteNumber("enqueued_at", record.EnqueuedAt);
        if (record.ExpiresAt != 0)
        {
            writer.WriteNumber("expires_at", record.ExpiresAt);
        }

        if (message.FailedDeliveries is { } failed)
        {
            writer.WriteNumber("delivery_count", failed);
        }

        writer.WritePropertyName("properties");
        MessageProperties.Write(writer, BasicProperties.Read(ContentHeader.Read(record.Header).Properties));
        MessagePayload.Write(writer, record.Body[..Math.Min(truncate, record.Body.Length)], asBase64);
        writer.WriteEndObject();
    }
}
