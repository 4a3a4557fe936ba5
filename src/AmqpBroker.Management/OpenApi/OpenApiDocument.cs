using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.OpenApi;

/// <summary>Writes the API down as OpenAPI 3.1, from the table that answers requests: what is described is there, and nothing else.</summary>
internal static class OpenApiDocument
{
    private const string Login = "basic";

    private static readonly (string Name, string Description)[] ListParameters =
    [
        ("columns", "Members to answer with, separated by commas; a dot descends: `name,message_stats.publish`."),
        ("sort", "Of a list: the member to sort by; a dot descends."),
        ("sort_reverse", "Of a list: `true` for descending order."),
        ("page", "Of queues, exchanges, connections, channels, virtual hosts and users: the page wanted, from 1."),
        ("page_size", "With `page`: rows of a page, 1 to 500, 100 unless told."),
        ("name", "With `page`: what the name must contain, whatever its case."),
        ("use_regex", "With `name`: `true` when it is a regular expression."),
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
                WriteParameter(writer, variable, "path", description: null);
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

        if (endpoint is { Method: "GET", MediaType: null })
        {
            writer.WriteStartArray("parameters");
            foreach (var (name, _) in ListParameters)
            {
                writer.WriteStartObject();
                writer.WriteString("$ref", $"#/components/parameters/{name}");
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
        else if (endpoint.Method is "PUT" or "POST")
        {
            writer.WriteStartObject("requestBody");
            WriteContent(writer, "application/json", "#/components/schemas/object");
            writer.WriteEndObject();
        }

        WriteResponses(writer, endpoint);
        writer.WriteEndObject();
    }

    private static void WriteResponses(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        writer.WriteStartObject("responses");
        if (endpoint.Method == "GET")
        {
            writer.WriteStartObject("200");
            writer.WriteString("description", "What was asked for.");
            WriteContent(writer, endpoint.MediaType ?? "application/json", schema: null);
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
        WriteContent(writer, "application/json", "#/components/schemas/error");
        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, string mediaType, string? schema)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(mediaType);
        if (schema is not null)
        {
            writer.WriteStartObject("schema");
            writer.WriteString("$ref", schema);
            writer.WriteEndObject();
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
        foreach (var (name, description) in ListParameters)
        {
            writer.WritePropertyName(name);
            WriteParameter(writer, name, "query", description);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("schemas");
        writer.WriteStartObject("object");
        writer.WriteString("type", "object");
        writer.WriteEndObject();
        writer.WriteStartObject("error");
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        WriteType(writer, "error", "string");
        writer.WriteStartObject("reason");
        writer.WriteString("description", "What is wrong: a text, or a list of terms.");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteParameter(Utf8JsonWriter writer, string name, string place, string? description)
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

        WriteType(writer, "schema", "string");
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

    // Unique, since method and path are.
    private static string OperationId(ApiEndpoint endpoint) =>
        $"{endpoint.Method.ToLowerInvariant()}{string.Concat(endpoint.Path.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_')).TrimEnd('_')}";

    private static IEnumerable<string> VariablesOf(string path) =>
        path.Split('/').Where(static segment => segment.StartsWith('{')).Select(static segment => segment.Trim('{', '}', '*'));
}
