using System.Text;
using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Json;

/// <summary>Field tables as JSON and back, as RabbitMQ maps the one to the other.</summary>
internal static class FieldJson
{
    private const int LongestName = 255;

    /// <exception cref="ApiException">400: a name is longer than a field table can hold.</exception>
    public static FieldTable ToTable(JsonElement json)
    {
        var values = new Dictionary<string, FieldValue>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (Encoding.UTF8.GetByteCount(member.Name) > LongestName)
            {
                throw ApiErrors.BadTerm("name_too_long", member.Name);
            }

            values[member.Name] = ToValue(member.Value);
        }

        return FieldTable.Of([.. values.Select(static entry => new FieldEntry(entry.Key, entry.Value))]);
    }

    /// <exception cref="ApiException">400: a name is longer than a field table can hold.</exception>
    public static FieldValue ToValue(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => FieldValue.From(ToTable(json)),
        JsonValueKind.Array => FieldValue.From([.. json.EnumerateArray().Select(ToValue)]),
        JsonValueKind.String => FieldValue.From(json.GetString()!), // a string has a value
        JsonValueKind.Number when json.TryGetInt64(out var integer) => FieldValue.From(integer),
        JsonValueKind.Number => FieldValue.From(json.GetDouble()),
        JsonValueKind.True => FieldValue.From(true),
        JsonValueKind.False => FieldValue.From(false),
        _ => FieldValue.Void,
    };

    /// <summary>A table as a text.</summary>
    public static string ToText(FieldTable table) => JsonAnswer.ToText(table, Write);

    public static void Write(Utf8JsonWriter writer, string name, FieldTable table)
    {
        writer.WritePropertyName(name);
        Write(writer, table);
    }

    public static void Write(Utf8JsonWriter writer, FieldTable table)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in table)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, FieldValue value)
    {
        if (value.TryGetInteger(out var integer))
        {
            writer.WriteNumberValue(integer);
        }
        else if (value.TryGetTimestamp(out var seconds))
        {
            writer.WriteNumberValue(seconds);
        }
        else if (value.TryGetBool(out var flag))
        {
            writer.WriteBooleanValue(flag);
        }
        else if (value.TryGetDouble(out var number))
        {
            WriteDouble(writer, number);
        }
        else if (value.TryGetDecimal(out var scale, out var unscaled))
        {
            WriteDouble(writer, unscaled / Math.Pow(10, scale));
        }
        else if (value.TryGetOctets(out var octets))
        {
            writer.WriteStringValue(Encoding.UTF8.GetString(octets));
        }
        else
        {
            WriteNested(writer, value);
        }
    }

    private static void WriteNested(Utf8JsonWriter writer, FieldValue value)
    {
        if (value.AsTable() is { } table)
        {
            Write(writer, table);
        }
        else if (value.AsArray() is { } items)
        {
            writer.WriteStartArray();
            foreach (var item in items)
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    // JSON has no infinities.
    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
