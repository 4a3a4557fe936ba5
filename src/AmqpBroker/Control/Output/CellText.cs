using System.Text;
using System.Text.Json;

namespace AmqpBroker.Control.Output;

/// <summary>Values as RabbitMQ's tools print them: lists in brackets, tables of arguments as Erlang writes them, definitions as JSON.</summary>
internal static class CellText
{
    public static string Of(JsonElement value, CellStyle style) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => string.Empty,
        JsonValueKind.String => value.GetString() ?? string.Empty,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Object or JsonValueKind.Array when style == CellStyle.Json => value.GetRawText(),
        JsonValueKind.Object => ErlangList(value),
        JsonValueKind.Array when style == CellStyle.Arguments => "[]",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(item => Of(item, style)))}]",
        _ => value.GetRawText(),
    };

    private static string ErlangList(JsonElement table)
        => $"[{string.Join(',', table.EnumerateObject().Select(entry => $"{{{Quoted(entry.Name)},{ErlangTerm(entry.Value)}}}"))}]";

    private static string ErlangTerm(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => ErlangList(value),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(ErlangTerm))}]",
        JsonValueKind.String => Quoted(value.GetString() ?? string.Empty),
        JsonValueKind.Null => "undefined",
        _ => value.GetRawText(),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(character is '"' or '\\' ? "\\" : string.Empty).Append(character);
        }

        return quoted.Append('"').ToString();
    }
}
