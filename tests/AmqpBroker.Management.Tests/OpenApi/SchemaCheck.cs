using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.OpenApi;

/// <summary>Compares answers with their schemas: everything required must be there, of its type, and nothing that is not described.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private readonly List<string> _mistakes = [];

    public IReadOnlyList<string> Mistakes => _mistakes;

    public void Check(JsonNode? value, JsonNode schema, string path)
    {
        if (schema["$ref"] is { } reference)
        {
            Check(value, Find((string)reference!), path);
            return;
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            if (!choices.Any(choice => IsOfType(value, choice!)))
            {
                _mistakes.Add($"{path}: none of the choices");
                return;
            }

            Check(value, choices.First(choice => IsOfType(value, choice!))!, path);
            return;
        }

        if (!IsOfType(value, schema))
        {
            _mistakes.Add($"{path}: {value?.ToJsonString() ?? "null"} is not {schema["type"]?.ToJsonString() ?? schema["enum"]?.ToJsonString()}");
            return;
        }

        CheckParts(value, schema, path);
    }

    private void CheckParts(JsonNode? value, JsonNode schema, string path)
    {
        if (value is JsonArray items && schema["items"] is { } item)
        {
            foreach (var one in items)
            {
                Check(one, item, $"{path}[]");
            }
        }

        if (value is JsonObject members)
        {
            CheckMembers(members, schema, path);
        }
    }

    private void CheckMembers(JsonObject members, JsonNode schema, string path)
    {
        foreach (var required in schema["required"]?.AsArray().Select(name => (string)name!) ?? [])
        {
            if (!members.ContainsKey(required))
            {
                _mistakes.Add($"{path}.{required} is missing");
            }
        }

        foreach (var (name, member) in members)
        {
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is { } described)
            {
                Check(member, described, $"{path}.{name}");
            }
            else if (schema["properties"] is not null)
            {
                _mistakes.Add($"{path}.{name} is not described");
            }
        }
    }

    private bool IsOfType(JsonNode? value, JsonNode schema)
    {
        if (schema["$ref"] is { } reference)
        {
            return IsOfType(value, Find((string)reference!));
        }

        if (schema["enum"] is JsonArray words)
        {
            return words.Any(word => JsonNode.DeepEquals(word, value));
        }

        return schema["type"] switch
        {
            null => true,
            JsonArray types => types.Any(type => IsOf(value, (string)type!)),
            var type => IsOf(value, (string)type!),
        };
    }

    private static bool IsOf(JsonNode? value, string type) => (type, value?.GetValueKind()) switch
    {
        ("null", null) => true,
        ("object", JsonValueKind.Object) => true,
        ("array", JsonValueKind.Array) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => long.TryParse(value!.ToJsonString(), CultureInfo.InvariantCulture, out _),
        _ => false,
    };

    private JsonNode Find(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node[name] ?? throw new KeyNotFoundException(reference));
}
