using System.Text.Json;
using AmqpBroker.Core;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Api;

/// <summary>The API's description of itself (OpenAPI 3.0), written from the table of endpoints.</summary>
internal static class OpenApiEndpoint
{
    private const string Path = "/api/openapi.json";

    /// <summary>Adds itself. Comes last: it describes what has been added before.</summary>
    public static void Map(ApiMap map) => map.Get(Path, ApiAccess.Anyone, "This description.", request => request.AnswerAsync(
        (map.Endpoints, request.Services.GetRequiredService<BrokerIdentity>()), static (writer, description) => Write(writer, description.Endpoints, description.Item2)));

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ApiEndpoint> endpoints, BrokerIdentity identity)
    {
        writer.WriteStartObject();
        writer.WriteString("openapi", "3.0.3");
        writer.WriteStartObject("info");
        writer.WriteString("title", $"{identity.Product} management API");
        writer.WriteString("version", identity.ProductVersion);
        writer.WriteEndObject();
        writer.WriteStartObject("paths");
        foreach (var path in endpoints.GroupBy(static endpoint => endpoint.Path, StringComparer.Ordinal))
        {
            WritePath(writer, path.Key, path);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("components");
        writer.WriteStartObject("securitySchemes");
        writer.WriteStartObject("basic");
        writer.WriteString("type", "http");
        writer.WriteString("scheme", "basic");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter writer, string path, IEnumerable<ApiEndpoint> endpoints)
    {
        writer.WriteStartObject(path);
        writer.WriteStartArray("parameters");
        foreach (var segment in path.Split('/').Where(static segment => segment.StartsWith('{')))
        {
            writer.WriteStartObject();
            writer.WriteString("name", segment.Trim('{', '}'));
            writer.WriteString("in", "path");
            writer.WriteBoolean("required", true);
            WriteSchema(writer, "string");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        foreach (var endpoint in endpoints)
        {
            WriteOperation(writer, endpoint);
        }

        writer.WriteEndObject();
    }

    private static void WriteOperation(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        writer.WriteStartObject(endpoint.Method.ToLowerInvariant());
        writer.WriteString("summary", endpoint.Summary);
        writer.WriteStartArray("tags");
        writer.WriteStringValue(endpoint.Path.Split('/', 4) is [_, "api", var tag, ..] ? tag : "other");
        writer.WriteEndArray();
        writer.WriteString("x-access", endpoint.Access.ToString());
        writer.WriteStartArray("security");
        if (endpoint.Access != ApiAccess.Anyone)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("basic");
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (endpoint.Method is "PUT" or "POST")
        {
            writer.WriteStartObject("requestBody");
            WriteContent(writer, "application/json");
            writer.WriteEndObject();
        }

        WriteResponses(writer, endpoint);
        writer.WriteEndObject();
    }

    private static void WriteResponses(Utf8JsonWriter writer, ApiEndpoint endpoint)
    {
        writer.WriteStartObject("responses");
        if (endpoint.Method is "GET" or "POST")
        {
            WriteResponse(writer, "200", "The answer.", endpoint.MediaType ?? "application/json");
        }

        if (endpoint.Method == "PUT" || endpoint.Method == "POST")
        {
            WriteResponse(writer, "201", "It is there now, and was not before.", null);
        }

        if (endpoint.Method != "GET")
        {
            WriteResponse(writer, "204", "It is done.", null);
        }

        WriteResponse(writer, "default", "An object with error and reason.", "application/json");
        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, string status, string description, string? mediaType)
    {
        writer.WriteStartObject(status);
        writer.WriteString("description", description);
        if (mediaType is not null)
        {
            WriteContent(writer, mediaType);
        }

        writer.WriteEndObject();
    }

    private static void WriteContent(Utf8JsonWriter writer, string mediaType)
    {
        writer.WriteStartObject("content");
        writer.WriteStartObject(mediaType);
        writer.WriteStartObject("schema");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer, string type)
    {
        writer.WriteStartObject("schema");
        writer.WriteString("type", type);
        writer.WriteEndObject();
    }
}
