using System.Globalization;
using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Resources;

/// <summary>The properties of messages as JSON and back.</summary>
internal static class MessageProperties
{
    /// <exception cref="ApiException">400: one of them is not of its type.</exception>
    public static BasicProperties Read(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null || (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 0))
        {
            return BasicProperties.Empty;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            throw ApiErrors.BadTerm("not_an_object", "properties");
        }

        return new BasicProperties
        {
            ContentType = Text(json, "content_type"),
            ContentEncoding = Text(json, "content_encoding"),
            Headers = Headers(json),
            DeliveryMode = (byte?)Integer(json, "delivery_mode", byte.MaxValue),
            Priority = (byte?)Integer(json, "priority", byte.MaxValue),
            CorrelationId = Text(json, "correlation_id"),
            ReplyTo = Text(json, "reply_to"),
            Expiration = Text(json, "expiration"),
            MessageId = Text(json, "message_id"),
            Timestamp = (ulong?)Integer(json, "timestamp", long.MaxValue),
            Type = Text(json, "type"),
            UserId = Text(json, "user_id"),
            AppId = Text(json, "app_id"),
            ClusterId = Text(json, "cluster_id"),
        };
    }

    /// <summary>Writes an object of those there are; an empty list when there are none, as RabbitMQ does.</summary>
    public static void Write(Utf8JsonWriter writer, BasicProperties properties)
    {
        if (properties == BasicProperties.Empty)
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
            return;
        }

        writer.WriteStartObject();
        WriteText(writer, "cluster_id", properties.ClusterId);
        WriteText(writer, "app_id", properties.AppId);
        WriteText(writer, "user_id", properties.UserId);
        WriteText(writer, "type", properties.Type);
        WriteNumber(writer, "timestamp", properties.Timestamp);
        WriteText(writer, "message_id", properties.MessageId);
        WriteText(writer, "expiration", properties.Expiration);
        WriteText(writer, "reply_to", properties.ReplyTo);
        WriteText(writer, "correlation_id", properties.CorrelationId);
        WriteNumber(writer, "priority", properties.Priority);
        WriteNumber(writer, "delivery_mode", properties.DeliveryMode);
        if (properties.Headers is { } headers)
        {
            FieldJson.Write(writer, "headers", headers);
        }

        WriteText(writer, "content_encoding", properties.ContentEncoding);
        WriteText(writer, "content_type", properties.ContentType);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, ulong? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? ShortStrings.Require(name, value.GetString()!) : throw ApiErrors.BadTerm("not_string", name);
    }

    private static long? Integer(JsonElement json, string name, long most)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return null;
        }

        var isInteger = value.ValueKind == JsonValueKind.Number
            ? value.TryGetInt64(out var number)
            : long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        return isInteger && number >= 0 && number <= most ? number : throw ApiErrors.NotInteger(name);
    }

    private static FieldTable? Headers(JsonElement json)
    {
        if (!json.TryGetProperty("headers", out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => FieldJson.ToTable(value),
            JsonValueKind.Array when value.GetArrayLength() == 0 => FieldTable.Empty,
            _ => throw ApiErrors.BadTerm("not_an_object", "headers"),
        };
    }
}
