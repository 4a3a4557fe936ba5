using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Definitions;

/// <summary>One object of a file of definitions, which knows where it stands.</summary>
internal sealed record DefinitionItem(JsonElement Json, string Path)
{
    /// <summary>A member; null when it is missing, or null.</summary>
    public JsonElement? this[string name] =>
        Json.TryGetProperty(name, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;

    /// <summary>The objects of a list.</summary>
    /// <exception cref="DefinitionsException">It is no list of objects.</exception>
    public static IEnumerable<DefinitionItem> List(JsonElement root, string section)
    {
        if (!root.TryGetProperty(section, out var list) || list.ValueKind == JsonValueKind.Null)
        {
            yield break;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new DefinitionsException(section, "should be a list");
        }

        var index = 0;
        foreach (var json in list.EnumerateArray())
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{section}[{index++}]");
            yield return json.ValueKind == JsonValueKind.Object ? new DefinitionItem(json, path) : throw new DefinitionsException(path, "should be an object");
        }
    }

    /// <exception cref="DefinitionsException">It is missing, or no text.</exception>
    public string Text(string name) => OptionalText(name) ?? throw Flaw(name, "is missing");

    /// <exception cref="DefinitionsException">It is no text.</exception>
    public string? OptionalText(string name) => this[name] is not { } value
        ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw Flaw(name, "should be a text");

    /// <exception cref="DefinitionsException">It is missing, or too long for AMQP.</exception>
    public string ShortText(string name)
    {
        var text = Text(name);
        return System.Text.Encoding.UTF8.GetByteCount(text) <= byte.MaxValue ? text : throw Flaw(name, "is longer than 255 bytes");
    }

    /// <exception cref="DefinitionsException">It is neither true nor false.</exception>
    public bool Flag(string name, bool missing = false) => this[name] is not { } value ? missing : value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when value.ValueEquals("true"u8) => true,
        JsonValueKind.String when value.ValueEquals("false"u8) => false,
        _ => throw Flaw(name, "should be true or false"),
    };

    /// <exception cref="DefinitionsException">It is no object that a field table can hold.</exception>
    public FieldTable Table(string name)
    {
        if (this[name] is not { } value || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
        {
            return FieldTable.Empty;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Flaw(name, "should be an object");
        }

        try
        {
            return FieldJson.ToTable(value);
        }
        catch (ApiException)
        {
            throw Flaw(name, "has a name longer than 255 bytes");
        }
    }

    /// <summary>Texts of a list, or of one text that separates them by commas.</summary>
    /// <exception cref="DefinitionsException">It is neither.</exception>
    public ImmutableArray<string> Texts(string name) => this[name] is not { } value ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [.. value.GetString()!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        JsonValueKind.Array when value.EnumerateArray().All(static item => item.ValueKind == JsonValueKind.String) =>
            [.. value.EnumerateArray().Select(static item => item.GetString()!)],
        _ => throw Flaw(name, "should be a list of texts"),
    };

    public DefinitionsException Flaw(string name, string reason) => new($"{Path}.{name}", reason);

    public DefinitionsException Flaw(string reason) => new(Path, reason);
}
