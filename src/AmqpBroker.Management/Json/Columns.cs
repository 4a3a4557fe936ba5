using System.Text.Json;

namespace AmqpBroker.Management.Json;

/// <summary>The members that a client asks for (<c>columns=a,b.c</c>): copies those of what was written. Immutable.</summary>
internal sealed class Columns
{
    // A column without any below it is wanted as a whole.
    private readonly Dictionary<string, Columns> _below = new(StringComparer.Ordinal);
    private bool _isWhole;

    /// <summary>Reads the parameter; null when everything is wanted.</summary>
    public static Columns? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var root = new Columns();
        foreach (var column in text.Split(','))
        {
            var at = root;
            foreach (var name in column.Split('.'))
            {
                if (!at._below.TryGetValue(name, out var below))
                {
                    at._below.Add(name, below = new Columns());
                }

                at = below;
            }

            at._isWhole = true;
        }

        return root;
    }

    /// <summary>Copies what is wanted of a value. An object of which nothing is left becomes an empty list, as with RabbitMQ.</summary>
    public void Copy(ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        CopyValue(ref reader, json, writer);
    }

    private void CopyValue(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject when !_isWhole:
                CopyObject(ref reader, json, writer);
                break;
            case JsonTokenType.StartArray when !_isWhole:
                writer.WriteStartArray();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    CopyValue(ref reader, json, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                writer.WriteRawValue(json[start..(int)reader.BytesConsumed], skipInputValidation: true);
                break;
        }
    }

    private void CopyObject(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Utf8JsonWriter writer)
    {
        var isStarted = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!; // a property has a name
            reader.Read();
            if (!_below.TryGetValue(name, out var column))
            {
                reader.Skip();
                continue;
            }

            if (!isStarted)
            {
                writer.WriteStartObject();
                isStarted = true;
            }

            writer.WritePropertyName(name);
            column.CopyValue(ref reader, json, writer);
        }

        if (isStarted)
        {
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteStartArray();
            writer.WriteEndArray();
        }
    }
}
