using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>
/// The components of parameters: some are another way to the limits of virtual hosts and to operator policies; the others are kept for
/// those who take a RabbitMQ's definitions over, and have no effect here.
/// </summary>
internal static class ParameterKinds
{
    public const string Limits = "vhost-limits";
    public const string OperatorPolicy = "operator_policy";
    public const string Policy = "policy";

    /// <summary>The one name that limits have as a parameter.</summary>
    public const string LimitsName = "limits";

    private static readonly string[] Kept = ["shovel", "federation", "federation-upstream", "federation-upstream-set"];

    /// <summary>The parameters of a virtual host, policies left out, as RabbitMQ lists them.</summary>
    public static IEnumerable<Parameter> List(Broker broker, VirtualHost virtualHost) =>
        [
            .. virtualHost.Policies.List(PolicyKind.Operator).Select(policy => Of(virtualHost, OperatorPolicy, policy)),
            .. broker.Parameters.List().Where(parameter => parameter.VirtualHost == virtualHost.Name),
            .. LimitsOf(virtualHost),
        ];

    /// <summary>The parameters of one component.</summary>
    public static IEnumerable<Parameter> List(Broker broker, VirtualHost virtualHost, string component) => component == Policy
        ? virtualHost.Policies.List(PolicyKind.User).Select(policy => Of(virtualHost, Policy, policy))
        : List(broker, virtualHost).Where(parameter => parameter.Component == component);

    /// <summary>Sets a parameter.</summary>
    /// <returns>Whether there was none of its name.</returns>
    /// <exception cref="ApiException">400: it cannot be set so.</exception>
    public static async ValueTask<bool> SetAsync(Broker broker, VirtualHost virtualHost, string component, string name, JsonElement value)
    {
        switch (component)
        {
            case Policy:
                throw ApiErrors.BadRequest("policies may not be set using this method");
            case OperatorPolicy:
                var request = ReadPolicy(name, value);
                return PolicyRequests.RequireSet(await virtualHost.Policies.SetAsync(PolicyKind.Operator, name, request)).IsNew;
            case Limits:
                return await SetLimitsAsync(virtualHost, name, value);
            default:
                RequireKnown(component);
                return await broker.Parameters.SetAsync(new Parameter(virtualHost.Name, component, name, value.GetRawText()));
        }
    }

    /// <summary>Refuses components that nobody knows.</summary>
    /// <exception cref="ApiException">400: so it is.</exception>
    public static void RequireKnown(string component)
    {
        if (component is not (Limits or OperatorPolicy) && !Kept.Contains(component, StringComparer.Ordinal))
        {
            throw PolicyRequests.Refusal($"Validation failed\n\ncomponent {component} not found\n");
        }
    }

    /// <summary>Reads an operator policy as a parameter's value.</summary>
    /// <exception cref="ApiException">400: it is none.</exception>
    public static PolicyRequest ReadPolicy(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("pattern", out var pattern)
            || !value.TryGetProperty("definition", out var definition) || definition.ValueKind != JsonValueKind.Object)
        {
            throw PolicyRequests.Refusal($"Validation failed\n\nKey \"pattern\" or \"definition\" not found in {name}\n");
        }

        return PolicyRequests.Read(
            pattern,
            FieldJson.ToTable(definition),
            value.TryGetProperty("priority", out var priority) ? priority : null,
            value.TryGetProperty("apply-to", out var subjects) ? subjects : null);
    }

    /// <summary>Clears a parameter.</summary>
    /// <returns>False when it was not there.</returns>
    public static async ValueTask<bool> ClearAsync(Broker broker, VirtualHost virtualHost, string component, string name)
    {
        switch (component)
        {
            case OperatorPolicy:
                return await virtualHost.Policies.ClearAsync(PolicyKind.Operator, name);
            case Limits:
                var had = name == LimitsName && virtualHost.Limits.Values.Count > 0;
                if (had)
                {
                    await virtualHost.Limits.ReplaceAsync(Protocol.Fields.FieldTable.Empty);
                }

                return had;
            default:
                return await broker.Parameters.ClearAsync(virtualHost.Name, component, name);
        }
    }

    private static async ValueTask<bool> SetLimitsAsync(VirtualHost virtualHost, string name, JsonElement value)
    {
        if (name != LimitsName || value.ValueKind != JsonValueKind.Object)
        {
            throw PolicyRequests.Refusal("Validation failed\n\nthe limits of a virtual host are one object by the name of limits\n");
        }

        var isNew = virtualHost.Limits.Values.Count == 0;
        LimitOutcome outcome = await virtualHost.Limits.ReplaceAsync(FieldJson.ToTable(value));
        return outcome.IsSet ? isNew : throw PolicyRequests.Refusal(outcome.Text);
    }

    private static Parameter[] LimitsOf(VirtualHost virtualHost) => virtualHost.Limits.Values is { Count: > 0 } limits
        ? [new Parameter(virtualHost.Name, Limits, LimitsName, FieldJson.ToText(limits))]
        : [];

    private static Parameter Of(VirtualHost virtualHost, string component, Policy policy) =>
        new(virtualHost.Name, component, policy.Name, JsonAnswer.ToText(policy, static (writer, policy) =>
        {
            writer.WriteStartObject();
            PolicyJson.WriteMembers(writer, policy);
            writer.WriteEndObject();
        }));
}
