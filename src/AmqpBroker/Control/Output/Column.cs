using System.Text.Json;

namespace AmqpBroker.Control.Output;

/// <summary>One column of a list.</summary>
/// <param name="Name">What it is called on the command line and in the header.</param>
/// <param name="Path">Where its value lies in the API's object, dots leading down.</param>
/// <param name="Style">How objects and lists are shown.</param>
internal sealed record Column(string Name, string Path, CellStyle Style)
{
    private JsonElement _constant;

    /// <summary>Columns that are called as in the API.</summary>
    public static IEnumerable<Column> Plain(params IEnumerable<string> names) => names.Select(name => new Column(name, name, StyleOf(name)));

    public static Column At(string name, string path) => new(name, path, StyleOf(name));

    /// <summary>A column that says the same of every object.</summary>
    public static Column Constant(string name, string value)
        => new(name, name, CellStyle.Plain) { _constant = JsonSerializer.SerializeToElement(value) };

    /// <summary>Its value in an object of the API; undefined when there is none.</summary>
    public JsonElement ValueIn(JsonElement item)
    {
        if (_constant.ValueKind != JsonValueKind.Undefined)
        {
            return _constant;
        }

        foreach (var step in Path.Split('.'))
        {
            if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty(step, out item))
            {
                return default;
            }
        }

        return item;
    }

    private static CellStyle StyleOf(string name) => name switch
    {
        "arguments" or "client_properties" => CellStyle.Arguments,
        "definition" or "value" or "effective_policy_definition" or "cluster_state" or "limits" => CellStyle.Json,
        _ => CellStyle.Plain,
    };
}
