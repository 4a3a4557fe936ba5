using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Tests.Metadata;

/// <summary>What commands come to, the slow and plain way.</summary>
internal sealed class NaiveMetadata
{
    private readonly Dictionary<(string, string), MetadataCommand> _exchanges = [];
    private readonly Dictionary<(string, string), QueueDeclared> _queues = [];
    private readonly HashSet<BindingAdded> _bindings = [];
    private readonly Dictionary<(string, PolicyKind, string), PolicySet> _policies = [];
    private readonly Dictionary<(string, string), MetadataCommand> _limits = [];
    private readonly Dictionary<(string, string, string), ParameterSet> _parameters = [];
    private readonly Dictionary<(string Kind, string VirtualHost, string User, string Exchange), MetadataCommand> _access = [];

    /// <summary>The commands that make it, in no order.</summary>
    public IEnumerable<MetadataCommand> Commands => [.. _exchanges.Values, .. _queues.Values, .. _bindings, .. _policies.Values, .. _limits.Values, .. _access.Values, .. _parameters.Values];

    public NaiveMetadata Apply(IEnumerable<MetadataCommand> commands)
    {
        foreach (var command in commands)
        {
            Apply(command);
        }

        return this;
    }

    private void Apply(MetadataCommand command)
    {
        var vhost = command.VirtualHost;
        switch (command)
        {
            case ExchangeDeclared declared:
                _exchanges[(vhost, declared.Exchange.Name)] = declared;
                break;
            case QueueDeclared declared:
                _queues[(vhost, declared.Queue.Name)] = declared;
                break;
            case BindingAdded added:
                _bindings.Add(added);
                break;
            case BindingRemoved removed:
                _bindings.Remove(new BindingAdded(vhost, removed.Binding));
                break;
            case PolicySet set:
                _policies[(vhost, set.Kind, set.Policy.Name)] = set;
                break;
            case PolicyCleared cleared:
                _policies.Remove((vhost, cleared.Kind, cleared.Name));
                break;
            case ParameterSet set:
                _parameters[(vhost, set.Parameter.Component, set.Parameter.Name)] = set;
                break;
            case ParameterCleared cleared:
                _parameters.Remove((vhost, cleared.Component, cleared.Name));
                break;
            case VirtualHostLimitsSet set:
                Keep((vhost, "host"), set, set.Limits.Count);
                break;
            case UserLimitsSet set:
                Keep((set.User, "user"), set, set.Limits.Count);
                break;
            case ExchangeDeleted deleted:
                RemoveExchange(vhost, deleted.Exchange);
                break;
            case QueueDeleted deleted when _queues.TryGetValue((vhost, deleted.Queue), out var queue) && queue.Queue.Id == deleted.Id:
                _queues.Remove((vhost, deleted.Queue));
                _bindings.RemoveWhere(added => LeadsTo(added, vhost, BindingDestination.Queue, deleted.Queue));
                break;
        }

        ApplyAccess(command);
        foreach (var name in command is RemovalCommand removal ? removal.AutoDeleted : [])
        {
            RemoveExchange(vhost, name);
        }
    }

    private void ApplyAccess(MetadataCommand command)
    {
        var vhost = command.VirtualHost;
        switch (command)
        {
            case BrokerFounded:
                _access[("founded", "", "", "")] = command;
                break;
            case VirtualHostSet:
                _access[("host", vhost, "", "")] = command;
                break;
            case VirtualHostDeleted:
                Remove(_exchanges, key => key.Item1 == vhost);
                Remove(_queues, key => key.Item1 == vhost);
                Remove(_policies, key => key.Item1 == vhost);
                Remove(_parameters, key => key.Item1 == vhost);
                _limits.Remove((vhost, "host"));
                _bindings.RemoveWhere(added => added.VirtualHost == vhost);
                Remove(_access, key => key.Kind is "host" or "permission" or "topic" && key.VirtualHost == vhost);
                break;
            case UserSet set:
                _access[("user", "", set.User.Name, "")] = command;
                break;
            case UserDeleted deleted:
                _limits.Remove((deleted.User, "user"));
                Remove(_access, key => key.Kind is "user" or "permission" or "topic" && key.User == deleted.User);
                break;
            case PermissionSet set:
                _access[("permission", vhost, set.Permission.User, "")] = command;
                break;
            case PermissionCleared cleared:
                _access.Remove(("permission", vhost, cleared.User, ""));
                break;
            case TopicPermissionSet set:
                _access[("topic", vhost, set.Permission.User, set.Permission.Exchange)] = command;
                break;
            case TopicPermissionCleared cleared:
                Remove(_access, key => key.Kind == "topic" && key.VirtualHost == vhost && key.User == cleared.User && (cleared.Exchange is null || key.Exchange == cleared.Exchange));
                break;
        }
    }

    private static void Remove<TKey, TValue>(Dictionary<TKey, TValue> from, Func<TKey, bool> isGone)
        where TKey : notnull
    {
        foreach (var key in from.Keys.Where(isGone).ToArray())
        {
            from.Remove(key);
        }
    }

    private void Keep((string, string) key, MetadataCommand limits, int count)
    {
        _limits.Remove(key);
        if (count > 0)
        {
            _limits.Add(key, limits);
        }
    }

    private void RemoveExchange(string vhost, string name)
    {
        _exchanges.Remove((vhost, name));
        _bindings.RemoveWhere(added => added.VirtualHost == vhost && added.Binding.Source == name);
        _bindings.RemoveWhere(added => LeadsTo(added, vhost, BindingDestination.Exchange, name));
    }

    private static bool LeadsTo(BindingAdded added, string vhost, BindingDestination kind, string name) =>
        added.VirtualHost == vhost && added.Binding.DestinationKind == kind && added.Binding.Destination == name;
}
