using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.OpenApi;

/// <summary>Writes the API down as OpenAPI 3.1, from the table that answers requests: what is described is there, and nothing else.</summary>
internal static class OpenApiDocument
{
    private const string Login = "basic";

    private static readonly OpenApiSchemas Schemas = OpenApiSchemas.Load();

    private static readonly (string Name, string Description)[] SampleParameters =
    [
        ("lengths", "of how many messages there are"),
        ("msg_rates", "of what happens to messages"),
        ("data_rates", "of octets"),
        ("node_stats", "of what the process takes"),
    ];

    private static readonly (string Name, string Type, string Description)[] ListParameters =
    [
        ("columns", "string", "Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`. The others are left out, whatever the schema requires."),
        ("sort", "string", "Of a list: the member to sort by; a dot descends."),
        ("sort_reverse", "boolean", "Of a list: `true` for descending order."),
        ("page", "integer", "Of queues, exchanges, connections, channels, consumers, virtual hosts and users: the page wanted, from 1."),
        ("page_size", "integer", "With `page`: rows of a page, 1 to 500, 100 unless told."),
        ("name", "string", "With `page`: what the name must contain, whatever its case."),
        ("filter", "string", "Of a list: what rows must be like, words with spaces between. `text` is a part of the name, `column:pattern*` compares texts, `column>1`, `>=`, "
            + "`<`, `<=` and `=` compare numbers, a minus before a word picks the other rows, and quotes hold spaces: `vhost:shop messages>1000 -policy:*`."),
        ("use_regex", "boolean", "With `name`: `true` when it is a regular expression."),
        .. SampleParameters.SelectMany(static samples => new[]
        {
            ($"{samples.Name}_age", "integer", $"Samples {samples.Description}: how far back, in seconds."),
            ($"{samples.Name}_incr", "integer", $"Samples {samples.Description}: how far apart, in seconds."),
        }),
    ];

    public static void Write(Utf8JsonWriter writer, IEnumerable<ApiEndpoint> endpoints, BrokerIdentity identity)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.1.0");
        WriteInfo(writer, identity);
        writer.WriteStartArray("security");
        writer.WriteStartObject();
        writer.WriteStartArray(Login);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("paths");
        foreach (var path in endpoints.GroupBy(static endpoint => endpoint.Path, StringComparer.Ordinal).OrderBy(static path => path.Key, StringComparer.Ordinal))
        {
            WritePath(writer, path.Key, path);
        }

        writer.WriteEndObject();
        WriteComponents(writer);
        writer.WriteEndObject();
    }

    private static void WriteInfo(Utf8JsonWriter writer, BrokerIdentity identity)
    {
        writer.WriteStartObject("info");
        writer.WriteString("title", $"{identity.Product} management API");
        writer.WriteString("version", identity.ProductVersion);
        writer.WriteString(
            "description",
            "RabbitMQ's management API: the same paths, members, status codes and errors. Names in paths are percent-encoded, the virtual host `/` is "
            + "`%2F`, and the default exchange is `amq.default`. Errors are `{\"error\", \"reason\"}`.");
        writer.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter writer, string path, IEnumerable<ApiEndpoint> endpoints)
    {
        writer.WriteStartObject(path);
        var variables = VariablesOf(path).ToArray();
        if (variables.Length > 0)
        {
            writer.WriteStartArray("parameters");
            foreach (var variable in variables)
            {
                WriteParameter(writer, variable, "path", "string", description: null);
            }

            writer.WriteEndArray();
        }

        foreach (var endpoint in endpoints)
        {
            writer.WritePropertyName(endpoint.Method.ToLowerInvariant());
            WriteOperation(writer, endpoint);
        }

        writer.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        writer.WriteStartObject();
        writer.WriteString("summary", endpoint.Summary);
        writer.WriteString("operationId", OperationId(endpoint));
        writer.WriteStartArray("tags");
        writer.WriteStringValue(endpoint.Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var resource, ..] ? resource : endpoint.Path.Trim('/'));
        writer.WriteEndArray();
        writer.WriteString("description", DescriptionOf(endpoint.Access));
        if (endpoint.Access == ApiAccess.Anyone)
        {
            writer.WriteStartArray("security");
            writer.WriteEndArray();
        }

        WriteQuery(writer, endpoint);
        if (endpoint.Method is "PUT" or "POST")
        {
            writer.WriteStartObject("requestBody");
            WriteContent(writer, "application/json", Schemas.RequestOf(NameOf(endpoint)) ?? "table");
            writer.WriteEndObject();
        }

        WriteResponses(writer, endpoint);
        writer.WriteEndObject();
    }

    private static void WriteQuery(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        var own = Schemas.QueryOf(NameOf(endpoint)).ToArray();
        var isList = endpoint is { Method: "GET", MediaType: null };
        if (!isList && own.Length == 0)
        {
            return;
        }

        writer.WriteStartArray("parameters");
        foreach (var (name, _, _) in isList ? ListParameters : [])
        {
            writer.WriteStartObject();
            writer.WriteString("$ref", $"#/components/parameters/{name}");
            writer.WriteEndObject();
        }

        foreach (var (name, type) in own)
        {
            WriteParameter(writer, name, "query", type, description: null);
        }

        writer.WriteEndArray();
    }

    private static void WriteResponses(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        writer.WriteStartObject("responses");
        if (endpoint.Method == "GET")
        {
            writer.WriteStartObject("200");
            writer.WriteString("description", "What was asked for.");
            WriteAnswer(writer, endpoint);
            writer.WriteEndObject();
        }
        else if (Schemas.HasAnswer(NameOf(endpoint)))
        {
            writer.WriteStartObject("200");
            writer.WriteString("description", "Done.");
            WriteAnswer(writer, endpoint);
            writer.WriteEndObject();
        }
        else
        {
            WriteResponse(writer, "2XX", "Done: 201 when something is there that was not, 204 without an answer, 200 with one.");
        }

        WriteError(writer, "400", "The request makes no sense, or cannot be done as things are.");
        if (endpoint.Access != ApiAccess.Anyone)
        {
            WriteError(writer, "401", "No login, a wrong one, or one that may not do this.");
        }

        WriteError(writer, "404", "There is no such thing.");
        writer.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        if (!Schemas.HasAnswer(NameOf(endpoint)))
        {
            WriteContent(writer, endpoint.MediaType ?? "application/json", schema: null);
            return;
        }

        writer.WriteStartObject("content");
        writer.WriteStartObject("application/json");
        writer.WritePropertyName("schema");
        Schemas.WriteAnswer(writer, NameOf(endpoint));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, string status, string description)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", description);
        writer.WriteEndObject();
    }

    private static void WriteError(Utf8JsonWriter writer, string status, string description)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", description);
        WriteContent(writer, "application/json", "error");
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, string mediaType, string? schema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(mediaType);
        if (schema is not null)
        {
            writer.WritePropertyName("schema");
            OpenApiSchemas.WriteReference(writer, schema);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteComponents(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("components");
        writer.WriteStartObject("securitySchemes");
        writer.WriteStartObject(Login);
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "basic");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("parameters");
        foreach (var (name, type, description) in ListParameters)
        {
            writer.WritePropertyName(name);
            WriteParameter(writer, name, "query", type, description);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("schemas");
        foreach (var schema in Schemas.All)
        {
            writer.WritePropertyName(schema.Name);
            schema.Value.WriteTo(writer);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, string name, string place, string type, string? description)
    {
        writer.WriteStartObject();
        writer.WriteString("name", name);
        writer.WriteString("in", place);
        if (place == "path")
        {
            writer.WriteBoolean("required", true);
        }

        if (description is not null)
        {
            writer.WriteString("description", description);
        }

        WriteType(writer, "schema", type);
        writer.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter writer, string name, string type)
    {
        writer.WriteStartObject(name);
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }

    private static string DescriptionOf(ApiAccess access) => access switch
    {
        ApiAccess.Anyone => "For everyone, without a login.",
        ApiAccess.Management => "For users with a tag; each sees what is theirs.",
        ApiAccess.VirtualHost => "For users with a tag and access to the virtual host.",
        ApiAccess.Policymaker => "For policymakers and administrators.",
        ApiAccess.Monitoring => "For monitoring users and administrators.",
        _ => "For administrators.",
    };

    private static string NameOf(ApiEndpoint endpoint) => $"{endpoint.Method} {endpoint.Path}";

    // Unique, since method and path are.
    private static string OperationId(ApiEndpoint endpoint) =>
        $"{endpoint.Method.ToLowerInvariant()}{string.Concat(endpoint.Path.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).TrimEnd('_')}";

    private static IEnumerable<string> VariablesOf(string path) =>
        path.Split('/').Where(static segment => segment.StartsWith('{')).Select(static segment => segment.Trim('{', '}', '*'));
}
