using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Definitions;

/// <summary>Judges definitions by what they say themselves, before anything is made of them.</summary>
public static class DefinitionChecks
{
    /// <summary>Says what is wrong with a policy; null when nothing is.</summary>
    public static string? FindFlaw(PolicyKind kind, string name, PolicyRequest request) =>
        PolicyValidator.TryMake(kind, name, request, out _, out var flaws) ? null : string.Join("; ", flaws);

    /// <summary>Says what is wrong with the regular expressions of permissions; null when nothing is.</summary>
    public static string? FindFlawOfPermission(params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (GrantPattern.Parse(pattern, out var flaw) is null)
            {
                return $"'{pattern}' is no regular expression: {flaw}";
            }
        }

        return null;
    }

    /// <summary>Says what is wrong with the limits of a virtual host; null when nothing is.</summary>
    public static string? FindFlawOfVirtualHostLimits(FieldTable limits) => Join(LimitSet.Validate(limits, LimitNames.OfVirtualHosts, "limits"));

    /// <summary>Says what is wrong with the limits of a user; null when nothing is.</summary>
    public static string? FindFlawOfUserLimits(FieldTable limits) => Join(LimitSet.Validate(limits, LimitNames.OfUsers, "user-limits"));

    /// <summary>Refuses an exchange that could not be declared.</summary>
    /// <exception cref="Protocol.AmqpException">What is wrong.</exception>
    public static void Check(string virtualHost, ExchangeDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ExchangeChanges.Validate(virtualHost, declaration);
        _ = declaration.Type.CreateTable(declaration.Arguments);
    }

    /// <summary>Refuses a queue that could not be declared.</summary>
    /// <exception cref="Protocol.AmqpException">What is wrong.</exception>
    public static void Check(string virtualHost, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        QueueArguments.Validate(declaration.Name, virtualHost, declaration.Arguments);
        QueueTypes.Validate(virtualHost, declaration);
    }

    /// <summary>Refuses a binding that an exchange cannot match by.</summary>
    /// <exception cref="Protocol.AmqpException">What is wrong.</exception>
    public static void CheckBinding(ExchangeDeclaration source, string routingKey, FieldTable arguments)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Type.CreateTable(source.Arguments).ValidateBinding(routingKey, arguments);
    }

    private static string? Join(LimitOutcome outcome) => outcome.IsSet ? null : string.Join("; ", outcome.Flaws);
}
