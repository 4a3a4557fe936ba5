using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Resources;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Definitions;

/// <summary>What an import of definitions that were found right would do. Made for one request.</summary>
internal sealed class DefinitionsPreview
{
    private readonly Broker _broker;
    private readonly List<DefinitionsDifference> _added = [];
    private readonly List<DefinitionsDifference> _changed = [];
    private readonly List<DefinitionsDifference> _kept = [];

    public DefinitionsPreview(Broker broker, DefinitionsPlan plan, DefinitionsCheck check)
    {
        _broker = broker;
        AddAccess(plan);
        AddPolicies(plan);
        AddTopology(plan, check);
    }

    /// <summary>What is not there yet.</summary>
    public IReadOnlyList<DefinitionsDifference> Added => _added;

    /// <summary>What is there, and would be overwritten.</summary>
    public IReadOnlyList<DefinitionsDifference> Changed => _changed;

    /// <summary>What is there, not as the file says, and would stay.</summary>
    public IReadOnlyList<DefinitionsDifference> Kept => _kept;

    /// <summary>How many things are there as the file says.</summary>
    public int Unchanged { get; private set; }

    /// <summary>How many bindings would be left out, since one of their ends is not there.</summary>
    public int LeftOut { get; private set; }

    private void AddAccess(DefinitionsPlan plan)
    {
        foreach (var (user, limits) in plan.Users.Select(static placed => placed.Value))
        {
            var before = _broker.Users.Find(user.Name) is { } found ? Text((found, _broker.UserLimits.Of(user.Name).Values), WriteUser) : null;
            Add("user", string.Empty, user.Name, before, Text((user, limits), WriteUser));
        }

        foreach (var (name, definition) in plan.VirtualHosts.Select(static placed => placed.Value))
        {
            var before = Find(name)?.Definition;
            Add("vhost", name, name, before is null ? null : Text(before, WriteHost), Text(definition ?? before ?? VirtualHostDefinition.Empty, WriteHost));
        }

        foreach (var permission in plan.Permissions.Select(static placed => placed.Value))
        {
            var before = _broker.Permissions.Find(permission.User, permission.VirtualHost);
            Add("permission", permission.VirtualHost, permission.User, before is null ? null : Text(before, WritePermission), Text(permission, WritePermission));
        }

        foreach (var permission in plan.TopicPermissions.Select(static placed => placed.Value))
        {
            var before = _broker.Permissions.FindTopics(permission.User, permission.VirtualHost).FirstOrDefault(one => one.Exchange == permission.Exchange);
            Add("topic_permission", permission.VirtualHost, permission.User, before is null ? null : Text(before, WriteTopic), Text(permission, WriteTopic));
        }
    }

    private void AddPolicies(DefinitionsPlan plan)
    {
        foreach (var (host, component, name, value) in plan.Parameters.Select(static placed => placed.Value))
        {
            var ownName = component == ParameterKinds.Limits ? ParameterKinds.LimitsName : name;
            var before = Find(host) is { } found ? ParameterKinds.List(_broker, found, component).FirstOrDefault(one => one.Name == ownName)?.Value : null;
            var after = component == ParameterKinds.OperatorPolicy ? Text(ParameterKinds.ReadPolicy(name, value), WritePolicy) : value.GetRawText();
            Add(component == ParameterKinds.OperatorPolicy ? "operator_policy" : "parameter", host, ownName, before, after);
        }

        foreach (var parameter in plan.GlobalParameters.Select(static placed => placed.Value))
        {
            Add("global_parameter", string.Empty, parameter.Name, _broker.Parameters.GetGlobal(parameter.Name)?.Value, parameter.Value);
        }

        foreach (var (host, name, request) in plan.Policies.Select(static placed => placed.Value))
        {
            var before = Find(host)?.Policies.List(PolicyKind.User).FirstOrDefault(policy => policy.Name == name);
            Add("policy", host, name, before is null ? null : Text(before, WritePolicy), Text(request, WritePolicy));
        }
    }

    private void AddTopology(DefinitionsPlan plan, DefinitionsCheck check)
    {
        foreach (var (host, declaration) in plan.Exchanges.Select(static placed => placed.Value))
        {
            var before = Find(host)?.Listing.FindExchange(declaration.Name)?.Declaration;
            Add("exchange", host, declaration.Name, before is null ? null : Text(before, WriteExchange), Text(declaration, WriteExchange), isKept: true);
        }

        foreach (var (host, declaration) in plan.Queues.Select(static placed => placed.Value))
        {
            var before = Find(host)?.Listing.FindQueue(declaration.Name)?.Declaration;
            Add("queue", host, declaration.Name, before is null ? null : Text(before, WriteQueue), Text(declaration, WriteQueue), isKept: true);
        }

        var there = new HashSet<string>(
            plan.Bindings.Select(static binding => binding.Value.VirtualHost).Distinct().SelectMany(BindingsOf), StringComparer.Ordinal);
        foreach (var binding in plan.Bindings)
        {
            var (host, definition) = binding.Value;
            if (!check.HasEnds(binding))
            {
                LeftOut++;
                continue;
            }

            var text = Text(definition, WriteBinding);
            var name = $"{definition.Source} -> {definition.Destination}";
            Add("binding", host, name, there.Contains(host + text) ? text : null, text);
        }
    }

    private IEnumerable<string> BindingsOf(string host) => Find(host) is not { } found
        ? []
        : found.Listing.Bindings().Select(binding => host + Text(
            new BindingDefinition(
                binding.Source.Name,
                binding.Queue is null ? BindingDestination.Exchange : BindingDestination.Queue,
                binding.Queue?.Name ?? binding.Exchange!.Name, // one of the two, always
                binding.RoutingKey,
                binding.Arguments),
            WriteBinding));

    private void Add(string kind, string host, string name, string? before, string after, bool isKept = false)
    {
        var difference = new DefinitionsDifference(kind, host, name, before, after);
        if (before is null)
        {
            _added.Add(difference);
        }
        else if (difference.IsNone)
        {
            Unchanged++;
        }
        else
        {
            (isKept ? _kept : _changed).Add(difference);
        }
    }

    private VirtualHost? Find(string name) => _broker.TryGetVirtualHost(name, out var host) ? host : null;

    private static string Text<T>(T value, Action<Utf8JsonWriter, T> members) => JsonAnswer.ToText((value, members), static (writer, whole) =>
    {
        writer.WriteStartObject();
        whole.members(writer, whole.value);
        writer.WriteEndObject();
    });

    private static void WriteUser(Utf8JsonWriter writer, (User User, FieldTable Limits) user)
    {
        writer.WriteString("password_hash", user.User.Password.ToBase64());
        writer.WriteString("hashing_algorithm", user.User.Password.Algorithm);
        DefinitionsWriter.WriteList(writer, "tags", user.User.Tags, static (writer, tag) => writer.WriteStringValue(tag));
        FieldJson.Write(writer, "limits", user.Limits);
    }

    private static void WriteHost(Utf8JsonWriter writer, VirtualHostDefinition host)
    {
        writer.WriteString("description", host.Description);
        DefinitionsWriter.WriteList(writer, "tags", host.Tags, static (writer, tag) => writer.WriteStringValue(tag));
        writer.WriteString("default_queue_type", host.DefaultQueueType);
        writer.WriteBoolean("tracing", host.IsTracing);
    }

    private static void WritePermission(Utf8JsonWriter writer, UserPermission permission)
    {
        writer.WriteString("configure", permission.Configure);
        writer.WriteString("write", permission.Write);
        writer.WriteString("read", permission.Read);
    }

    private static void WriteTopic(Utf8JsonWriter writer, TopicPermission permission)
    {
        writer.WriteString("exchange", permission.Exchange);
        writer.WriteString("write", permission.Write);
        writer.WriteString("read", permission.Read);
    }

    private static void WritePolicy(Utf8JsonWriter writer, Policy policy) => PolicyJson.WriteMembers(writer, policy);

    private static void WritePolicy(Utf8JsonWriter writer, PolicyRequest policy)
    {
        writer.WritePropertyName("pattern");
        FieldJson.Write(writer, policy.Pattern);
        writer.WritePropertyName("apply-to");
        FieldJson.Write(writer, policy.AppliesTo);
        FieldJson.Write(writer, "definition", policy.Definition);
        writer.WritePropertyName("priority");
        FieldJson.Write(writer, policy.Priority);
    }

    private static void WriteExchange(Utf8JsonWriter writer, ExchangeDeclaration exchange)
    {
        writer.WriteString("type", exchange.Type.Name);
        writer.WriteBoolean("durable", exchange.IsDurable);
        writer.WriteBoolean("auto_delete", exchange.IsAutoDelete);
        writer.WriteBoolean("internal", exchange.IsInternal);
        FieldJson.Write(writer, "arguments", exchange.Arguments);
    }

    private static void WriteQueue(Utf8JsonWriter writer, QueueDeclaration queue)
    {
        writer.WriteBoolean("durable", queue.IsDurable);
        writer.WriteBoolean("auto_delete", queue.IsAutoDelete);
        FieldJson.Write(writer, "arguments", queue.Arguments);
    }

    private static void WriteBinding(Utf8JsonWriter writer, BindingDefinition binding)
    {
        writer.WriteString("source", binding.Source);
        writer.WriteString("destination", binding.Destination);
        writer.WriteString("destination_type", binding.DestinationKind == BindingDestination.Queue ? "queue" : "exchange");
        writer.WriteString("routing_key", binding.RoutingKey);
        FieldJson.Write(writer, "arguments", FieldTable.Of([.. binding.Arguments.OrderBy(static entry => entry.Name, StringComparer.Ordinal)]));
    }
}
