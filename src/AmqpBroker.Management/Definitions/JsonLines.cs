using System.Globalization;
using System.Text.Json;

namespace AmqpBroker.Management.Definitions;

/// <summary>Finds in which line of a text something stands.</summary>
internal static class JsonLines
{
    /// <summary>The line of a value, counted from 1; that of what it would be in when it is missing.</summary>
    /// <param name="json">The text, valid.</param>
    /// <param name="path">The way to the value: <c>queues[3].arguments</c>.</param>
    public static int Find(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var at = reader.TokenStartIndex;
        foreach (var step in path.Split('.', '['))
        {
            if (!(step.EndsWith(']') ? TryEnterItem(ref reader, step) : TryEnterMember(ref reader, step)))
            {
                break;
            }

            at = reader.TokenStartIndex;
        }

        return json[..(int)at].Count((byte)'\n') + 1;
    }

    private static bool TryEnterItem(ref Utf8JsonReader reader, string step)
    {
        var index = int.Parse(step.AsSpan(0, step.Length - 1), CultureInfo.InvariantCulture);
        while (reader.TokenType == JsonTokenType.StartArray || index >= 0)
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return false;
            }

            if (index-- == 0)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    private static bool TryEnterMember(ref Utf8JsonReader reader, string name)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
