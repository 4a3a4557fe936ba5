using System.Net;
using System.Text.Json;

namespace AmqpBroker.Control.Api;

/// <summary>What the broker answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string Body)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The body as JSON.</summary>
    /// <exception cref="CtlException">It is something else: this is no broker.</exception>
    public JsonElement Json
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(Body);
                return document.RootElement.Clone();
            }
            catch (JsonException exception)
            {
                throw new CtlException(CtlExitCode.Unavailable, "the answer is not JSON: is --url the management API of a broker?", exception);
            }
        }
    }

    /// <summary>Why the broker refused, as it says; empty when it does not say.</summary>
    public string Reason
    {
        get
        {
            try
            {
                using var document = JsonDocument.Parse(Body);
                return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("reason", out var reason)
                    ? ToText(reason)
                    : string.Empty;
            }
            catch (JsonException)
            {
                return string.Empty;
            }
        }
    }

    /// <summary>A text, or a list that names the kind of mistake first.</summary>
    private static string ToText(JsonElement reason) => reason.ValueKind == JsonValueKind.Array
        ? string.Join(' ', reason.EnumerateArray().Select(part => part.ToString()))
        : reason.ToString();
}
