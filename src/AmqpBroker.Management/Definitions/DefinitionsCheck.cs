using AmqpBroker.Core;
using AmqpBroker.Core.Definitions;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Resources;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Definitions;

/// <summary>Finds what would go wrong, before anything is changed: definitions hold as a whole, or not at all. Used once.</summary>
internal sealed class DefinitionsCheck(Broker broker, DefinitionsPlan plan)
{
    private readonly HashSet<string> _users = [.. plan.Users.Select(static user => user.Value.User.Name)];
    private readonly HashSet<string> _virtualHosts = [.. plan.VirtualHosts.Select(static host => host.Value.Name)];
    private readonly Dictionary<(string VirtualHost, string Name), ExchangeDeclaration> _exchanges = [];
    private readonly HashSet<(string VirtualHost, string Name)> _queues = [];

    /// <exception cref="DefinitionsException">Something would.</exception>
    /// <exception cref="ApiException">Something would, which is not in the file.</exception>
    public void Run()
    {
        CheckAccess();
        CheckPolicies();
        CheckExchanges();
        CheckQueues();
        foreach (var binding in plan.Bindings)
        {
            CheckBinding(binding);
        }
    }

    /// <summary>Whether both ends of a binding are there, or will be. Exports may name bindings to exclusive queues, which are not in them.</summary>
    public bool HasEnds(Placed<(string VirtualHost, Core.Metadata.BindingDefinition Definition)> binding)
    {
        var (host, definition) = binding.Value;
        return FindExchange(host, definition.Source) is not null
            && definition.Source.Length > 0
            && (definition.DestinationKind == Core.Metadata.BindingDestination.Queue
                ? _queues.Contains((host, definition.Destination)) || Find(host)?.Listing.FindQueue(definition.Destination) is { Declaration.IsExclusive: false }
                : FindExchange(host, definition.Destination) is not null);
    }

    private void CheckAccess()
    {
        foreach (var user in plan.Users)
        {
            user.Require(DefinitionChecks.FindFlawOfUserLimits(user.Value.Limits));
        }

        foreach (var permission in plan.Permissions)
        {
            var (user, host, configure, write, read) = permission.Value;
            RequireHome(permission.Item, user, host);
            permission.Require(DefinitionChecks.FindFlawOfPermission(configure, write, read));
        }

        foreach (var permission in plan.TopicPermissions)
        {
            RequireHome(permission.Item, permission.Value.User, permission.Value.VirtualHost);
            permission.Require(DefinitionChecks.FindFlawOfPermission(permission.Value.Write, permission.Value.Read));
        }
    }

    private void CheckPolicies()
    {
        foreach (var policy in plan.Policies)
        {
            RequireHost(policy.Item, policy.Value.VirtualHost);
            policy.Require(DefinitionChecks.FindFlaw(PolicyKind.User, policy.Value.Name, policy.Value.Request));
        }

        foreach (var parameter in plan.Parameters)
        {
            RequireHost(parameter.Item, parameter.Value.VirtualHost);
            try
            {
                parameter.Require(FindFlaw(parameter.Value.Component, parameter.Value.Name, parameter.Value.Value));
            }
            catch (ApiException refusal)
            {
                throw parameter.Item.Flaw(refusal.Message.ReplaceLineEndings(" ").Trim());
            }
        }
    }

    private static string? FindFlaw(string component, string name, System.Text.Json.JsonElement value)
    {
        switch (component)
        {
            case ParameterKinds.OperatorPolicy:
                return DefinitionChecks.FindFlaw(PolicyKind.Operator, name, ParameterKinds.ReadPolicy(name, value));
            case ParameterKinds.Limits:
                return value.ValueKind == System.Text.Json.JsonValueKind.Object
                    ? DefinitionChecks.FindFlawOfVirtualHostLimits(FieldJson.ToTable(value))
                    : "the value should be an object";
            default:
                ParameterKinds.RequireKnown(component);
                return null;
        }
    }

    private void CheckExchanges()
    {
        foreach (var exchange in plan.Exchanges)
        {
            var (host, declaration) = exchange.Value;
            RequireHost(exchange.Item, host);
            if (Find(host)?.Listing.FindExchange(declaration.Name) is null && !IsPredeclared(declaration.Name))
            {
                Refuse(exchange.Item, () => DefinitionChecks.Check(host, declaration));
            }

            _exchanges[(host, declaration.Name)] = declaration;
        }
    }

    private void CheckQueues()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var queue in plan.Queues)
        {
            var (host, declaration) = queue.Value;
            RequireHost(queue.Item, host);
            if (Find(host)?.Listing.FindQueue(declaration.Name) is null && _queues.Add((host, declaration.Name)))
            {
                Refuse(queue.Item, () => DefinitionChecks.Check(host, declaration));
                counts[host] = counts.GetValueOrDefault(host, Find(host)?.ListQueues().Count ?? 0) + 1;
                if (counts[host] > MaxQueuesOf(host))
                {
                    throw queue.Item.Flaw($"the virtual host '{host}' may have {MaxQueuesOf(host)} queues");
                }
            }
        }
    }

    private long MaxQueuesOf(string host)
    {
        var limits = plan.Parameters.LastOrDefault(parameter => parameter.Value.Component == ParameterKinds.Limits && parameter.Value.VirtualHost == host) is { } wanted
            ? FieldJson.ToTable(wanted.Value.Value)
            : Find(host)?.Limits.Values ?? FieldTable.Empty;
        return limits.TryGet(LimitNames.MaxQueues, out var value) && value.TryGetInteger(out var limit) && limit >= 0 ? limit : long.MaxValue;
    }

    private void CheckBinding(Placed<(string VirtualHost, Core.Metadata.BindingDefinition Definition)> binding)
    {
        var (host, definition) = binding.Value;
        RequireHost(binding.Item, host);
        if (FindExchange(host, definition.Source) is { } source)
        {
            Refuse(binding.Item, () => DefinitionChecks.CheckBinding(source, definition.RoutingKey, definition.Arguments));
        }
    }

    private ExchangeDeclaration? FindExchange(string host, string name) =>
        Find(host)?.Listing.FindExchange(name)?.Declaration
        ?? _exchanges.GetValueOrDefault((host, name))
        ?? broker.VirtualHosts.Select(any => IsPredeclared(name) ? any.Listing.FindExchange(name)?.Declaration : null).FirstOrDefault();

    // Those are in every virtual host, so in one that is still to be made.
    private bool IsPredeclared(string name) =>
        (name.Length == 0 || ServerNames.IsReserved(name)) && broker.VirtualHosts.Any(host => host.Listing.FindExchange(name) is not null);

    private VirtualHost? Find(string host) => broker.TryGetVirtualHost(host, out var found) ? found : null;

    private void RequireHome(DefinitionItem item, string user, string host)
    {
        RequireHost(item, host);
        if (!_users.Contains(user) && broker.Users.Find(user) is null)
        {
            throw item.Flaw("user", $"there is no user '{user}'");
        }
    }

    private void RequireHost(DefinitionItem item, string host)
    {
        if (!_virtualHosts.Contains(host) && Find(host) is null)
        {
            throw item.Flaw("vhost", $"there is no virtual host '{host}'");
        }
    }

    private static void Refuse(DefinitionItem item, Action check)
    {
        try
        {
            check();
        }
        catch (AmqpException refusal)
        {
            throw item.Flaw(refusal.ReplyText);
        }
    }
}
