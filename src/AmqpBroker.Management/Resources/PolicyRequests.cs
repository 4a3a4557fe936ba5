using System.Text.Json;
using AmqpBroker.Core.Policies;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Resources;

/// <summary>Policies as clients send them.</summary>
internal static class PolicyRequests
{
    private const string Pattern = "pattern";
    private const string Definition = "definition";

    /// <exception cref="ApiException">400: something is missing.</exception>
    public static PolicyRequest Read(ApiBody body)
    {
        body.Require(Pattern, Definition);
        return Read(body[Pattern]!.Value, body.Table(Definition), body["priority"], body["apply-to"]); // they are there
    }

    /// <summary>Makes a request of its parts.</summary>
    public static PolicyRequest Read(JsonElement pattern, FieldTable definition, JsonElement? priority, JsonElement? appliesTo)
    {
        var request = new PolicyRequest { Pattern = FieldJson.ToValue(pattern), Definition = definition };
        if (priority is { } number)
        {
            request = request with { Priority = FieldJson.ToValue(number) };
        }

        return appliesTo is { } subjects ? request with { AppliesTo = FieldJson.ToValue(subjects) } : request;
    }

    /// <summary>What came of a policy, for the client.</summary>
    /// <exception cref="ApiException">400: it was refused.</exception>
    public static PolicyOutcome RequireSet(PolicyOutcome outcome) => outcome.IsSet ? outcome : throw Refusal(outcome.Text);

    /// <summary>A refusal as RabbitMQ shows it: fit for a page.</summary>
    public static ApiException Refusal(string text) => ApiErrors.BadRequest(
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal));
}
