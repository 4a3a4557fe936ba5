using System.Text.Json;

namespace AmqpBroker.Management.Json;

/// <summary>A value that rows are sorted by, in RabbitMQ's order of values: numbers, then words such as true and null, objects, lists, texts.</summary>
internal readonly record struct SortKey : IComparable<SortKey>
{
    private const string NullWord = "null";

    private readonly int _rank;
    private readonly double _number;
    private readonly string? _text;

    private SortKey(int rank, double number, string? text) => (_rank, _number, _text) = (rank, number, text);

    /// <summary>The number, if it is one.</summary>
    public double? Number => _rank == 0 ? _number : null;

    /// <summary>The text or word, if it is one; null is none.</summary>
    public string? Text => _rank is 1 or 4 && !(_rank == 1 && _text == NullWord) ? _text : null;

    /// <summary>A value that is not there: as zero.</summary>
    public static SortKey Missing => default;

    public static SortKey Of(double number) => new(0, number, null);

    public static SortKey Of(bool value) => new(1, 0, value ? "true" : "false");

    public static SortKey Of(string? text) => text is null ? new(1, 0, NullWord) : new(4, 0, text);

    /// <summary>Finds the value of a column in a written object; dots lead into objects within.</summary>
    public static SortKey Find(ReadOnlySpan<byte> json, ReadOnlySpan<string> path)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        foreach (var name in path)
        {
            if (!TryEnter(ref reader, name))
            {
                return Missing;
            }
        }

        return reader.TokenType switch
        {
            JsonTokenType.Number => Of(reader.GetDouble()),
            JsonTokenType.True => Of(true),
            JsonTokenType.False => Of(false),
            JsonTokenType.Null => Of((string?)null),
            JsonTokenType.String => Of(reader.GetString()),
            JsonTokenType.StartObject => new(2, 0, null),
            _ => new(3, 0, null),
        };
    }

    public int CompareTo(SortKey other) =>
        _rank != other._rank ? _rank.CompareTo(other._rank)
        : _number != other._number ? _number.CompareTo(other._number)
        : string.CompareOrdinal(_text, other._text);

    private static bool TryEnter(ref Utf8JsonReader reader, string name)
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
