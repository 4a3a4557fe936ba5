using System.Text.Json;

namespace AmqpBroker.Management.OpenApi;

/// <summary>What answers and bodies look like, as <c>schemas.json</c> writes it down. Immutable.</summary>
internal sealed class OpenApiSchemas
{
    private const string Resource = "AmqpBroker.Management.OpenApi.schemas.json";

    private readonly JsonElement _root;

    private OpenApiSchemas(JsonElement root) => _root = root;

    /// <summary>The schemas, by name.</summary>
    public JsonElement.ObjectEnumerator All => _root.GetProperty("schemas").EnumerateObject();

    /// <summary>Reads them out of the assembly.</summary>
    public static OpenApiSchemas Load()
    {
        using var stream = typeof(OpenApiSchemas).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("the schemas are missing");
        using var document = JsonDocument.Parse(stream);
        return new OpenApiSchemas(document.RootElement.Clone());
    }

    /// <summary>What an operation takes; null when nothing is said about it.</summary>
    public string? RequestOf(string operation) => _root.GetProperty("requests").TryGetProperty(operation, out var name) ? name.GetString() : null;

    /// <summary>The parameters that an operation has beside those of all lists, with their types.</summary>
    public IEnumerable<(string Name, string Type)> QueryOf(string operation) => _root.GetProperty("queries").TryGetProperty(operation, out var query)
        ? query.EnumerateObject().Select(static parameter => (parameter.Name, parameter.Value.GetString() ?? "string"))
        : [];

    /// <summary>Whether something is said about what an operation answers.</summary>
    public bool HasAnswer(string operation) => _root.GetProperty("answers").TryGetProperty(operation, out _);

    /// <summary>Writes the schema of what an operation answers.</summary>
    public void WriteAnswer(Utf8JsonWriter writer, string operation)
    {
        var answer = _root.GetProperty("answers").GetProperty(operation).EnumerateObject().Single();
        var name = answer.Value.GetString() ?? throw new InvalidOperationException("a schema without a name");
        switch (answer.Name)
        {
            case "one":
                WriteReference(writer, name);
                break;
            case "list":
                WriteList(writer, name);
                break;
            default:
                WriteListOrPage(writer, name);
                break;
        }
    }

    /// <summary>Writes an object that refers to a schema.</summary>
    public static void WriteReference(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("$ref", $"#/components/schemas/{name}");
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "array");
        writer.WritePropertyName("items");
        WriteReference(writer, name);
        writer.WriteEndObject();
    }

    private static void WriteListOrPage(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("anyOf");
        WriteList(writer, name);
        writer.WriteStartObject();
        writer.WriteString("description", "With the parameter page.");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        writer.WritePropertyName("items");
        WriteList(writer, name);
        string[] counts = ["filtered_count", "item_count", "page", "page_count", "page_size", "total_count"];
        foreach (var count in counts)
        {
            writer.WriteStartObject(count);
            writer.WriteString("type", "integer");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteStartArray("required");
        foreach (var required in (string[])["items", .. counts])
        {
            writer.WriteStringValue(required);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
