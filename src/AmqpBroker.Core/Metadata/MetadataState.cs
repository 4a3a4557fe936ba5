using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Metadata;

/// <summary>What commands come to when they are carried out one after the other. Confined to whoever carries them out.</summary>
/// <remarks>Judges nothing: that was done before a command was made.</remarks>
internal sealed class MetadataState
{
    private readonly Dictionary<(string VirtualHost, string Name), ExchangeDeclaration> _exchanges = [];
    private readonly Dictionary<(string VirtualHost, string Name), QueueDeclaration> _queues = [];
    private readonly Dictionary<(string VirtualHost, string Source), HashSet<BindingDefinition>> _bindingsBySource = [];
    private readonly Dictionary<(string VirtualHost, BindingDestination Kind, string Name), HashSet<BindingDefinition>>
        _bindingsByDestination = [];
    private readonly Dictionary<(string VirtualHost, PolicyKind Kind, string Name), Policy> _policies = [];

    private readonly Dictionary<(string VirtualHost, string Component, string Name), ParameterSet> _parameters = [];
    private readonly Dictionary<string, VirtualHostLimitsSet> _limitsOfHosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserLimitsSet> _limitsOfUsers = new(StringComparer.Ordinal);

    private readonly AccessState _access = new();

    /// <summary>The highest id of a queue there has ever been.</summary>
    public long LastQueueId { get; set; }

    public void Apply(MetadataCommand command)
    {
        var vhost = command.VirtualHost;
        switch (command)
        {
            case ExchangeDeclared declared:
                _exchanges[(vhost, declared.Exchange.Name)] = declared.Exchange;
                LastQueueId = Math.Max(LastQueueId, declared.Exchange.ContentsId);
                break;
            case QueueDeclared declared:
                _queues[(vhost, declared.Queue.Name)] = declared.Queue;
                LastQueueId = Math.Max(LastQueueId, declared.Queue.Id);
                break;
            case BindingAdded added:
                Add(vhost, added.Binding);
                break;
            case RemovalCommand removal:
                Remove(removal);
                break;
            case PolicySet set:
                _policies[(vhost, set.Kind, set.Policy.Name)] = set.Policy;
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
                _limitsOfHosts[vhost] = set;
                break;
            case UserLimitsSet set:
                _limitsOfUsers[set.User] = set;
                break;
            case VirtualHostDeleted:
                _access.Apply(command);
                RemoveVirtualHost(vhost);
                break;
            case UserDeleted deleted:
                _access.Apply(command);
                _limitsOfUsers.Remove(deleted.User);
                break;
            default:
                _access.Apply(command);
                break;
        }
    }

    /// <summary>The commands that make this state from nothing: virtual hosts before what is in them, policies before what comes under them, and what is bound before the bindings.</summary>
    public List<MetadataCommand> ToCommands()
    {
        var commands = new List<MetadataCommand>(_policies.Count + _exchanges.Count + (2 * _queues.Count));
        commands.AddRange(_access.ToCommands());
        commands.AddRange(_limitsOfUsers.Values.Where(static set => set.Limits.Count > 0));
        commands.AddRange(_limitsOfHosts.Values.Where(static set => set.Limits.Count > 0));
        commands.AddRange(_parameters.Values);
        commands.AddRange(_policies.Select(entry => new PolicySet(entry.Key.VirtualHost, entry.Key.Kind, entry.Value)));
        commands.AddRange(_exchanges.Select(entry => new ExchangeDeclared(entry.Key.VirtualHost, entry.Value)));
        commands.AddRange(_queues.Select(entry => new QueueDeclared(entry.Key.VirtualHost, entry.Value)));
        foreach (var (source, bindings) in _bindingsBySource)
        {
            commands.AddRange(bindings.Select(binding => new BindingAdded(source.VirtualHost, binding)));
        }

        return commands;
    }

    private void Remove(RemovalCommand removal)
    {
        var vhost = removal.VirtualHost;
        switch (removal)
        {
            case ExchangeDeleted deleted:
                RemoveExchange(vhost, deleted.Exchange);
                break;
            case BindingRemoved removed:
                Remove(vhost, removed.Binding);
                break;
            case QueueDeleted deleted when _queues.TryGetValue((vhost, deleted.Queue), out var queue) && queue.Id == deleted.Id:
                _queues.Remove((vhost, deleted.Queue));
                RemoveAll(vhost, _bindingsByDestination.GetValueOrDefault((vhost, BindingDestination.Queue, deleted.Queue)));
                break;
        }

        foreach (var exchange in removal.AutoDeleted)
        {
            RemoveExchange(vhost, exchange);
        }
    }

    private void RemoveVirtualHost(string vhost)
    {
        foreach (var key in _parameters.Keys.Where(key => key.VirtualHost == vhost).ToArray())
        {
            _parameters.Remove(key);
        }

        foreach (var (_, name) in _exchanges.Keys.Where(key => key.VirtualHost == vhost).ToArray())
        {
            _exchanges.Remove((vhost, name));
        }

        foreach (var (_, name) in _queues.Keys.Where(key => key.VirtualHost == vhost).ToArray())
        {
            _queues.Remove((vhost, name));
        }

        foreach (var (source, bindings) in _bindingsBySource.Where(entry => entry.Key.VirtualHost == vhost).ToArray())
        {
            RemoveAll(source.VirtualHost, bindings);
        }

        foreach (var key in _policies.Keys.Where(key => key.VirtualHost == vhost).ToArray())
        {
            _policies.Remove(key);
        }

        _limitsOfHosts.Remove(vhost);
    }

    private void RemoveExchange(string vhost, string name)
    {
        _exchanges.Remove((vhost, name));
        RemoveAll(vhost, _bindingsBySource.GetValueOrDefault((vhost, name)));
        RemoveAll(vhost, _bindingsByDestination.GetValueOrDefault((vhost, BindingDestination.Exchange, name)));
    }

    private void RemoveAll(string vhost, HashSet<BindingDefinition>? bindings)
    {
        foreach (var binding in bindings?.ToArray() ?? [])
        {
            Remove(vhost, binding);
        }
    }

    private void Add(string vhost, BindingDefinition binding)
    {
        Add(_bindingsBySource, (vhost, binding.Source), binding);
        Add(_bindingsByDestination, (vhost, binding.DestinationKind, binding.Destination), binding);
    }

    private void Remove(string vhost, BindingDefinition binding)
    {
        Remove(_bindingsBySource, (vhost, binding.Source), binding);
        Remove(_bindingsByDestination, (vhost, binding.DestinationKind, binding.Destination), binding);
    }

    private static void Add<TKey>(Dictionary<TKey, HashSet<BindingDefinition>> index, TKey key, BindingDefinition binding)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var bindings))
        {
            index.Add(key, bindings = []);
        }

        bindings.Add(binding);
    }

    private static void Remove<TKey>(Dictionary<TKey, HashSet<BindingDefinition>> index, TKey key, BindingDefinition binding)
        where TKey : notnull
    {
        if (index.TryGetValue(key, out var bindings) && bindings.Remove(binding) && bindings.Count == 0)
        {
            index.Remove(key);
        }
    }
}
