using System.Text.Json;
using System.Text.Json.Nodes;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>An answer of the API.</summary>
internal sealed record ApiAnswer(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>The body as JSON.</summary>
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new JsonException("the body is null");

    /// <summary>The member <c>reason</c> of an error: a text as it is, anything else as JSON.</summary>
    public string? Reason => Json["reason"] is JsonValue value && value.TryGetValue(out string? text) ? text : Json["reason"]?.ToJsonString();

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        return new ApiAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync(), headers);
    }

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
