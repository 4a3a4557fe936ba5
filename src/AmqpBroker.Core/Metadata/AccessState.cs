namespace AmqpBroker.Core.Metadata;

/// <summary>What commands about virtual hosts, users and permissions come to. Confined to whoever carries them out.</summary>
internal sealed class AccessState
{
    private readonly Dictionary<string, VirtualHostSet> _virtualHosts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UserSet> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<(string VirtualHost, string User), PermissionSet> _permissions = [];
    private readonly Dictionary<(string VirtualHost, string User, string Exchange), TopicPermissionSet> _topics = [];
    private bool _isFounded;

    public void Apply(MetadataCommand command)
    {
        switch (command)
        {
            case BrokerFounded:
                _isFounded = true;
                break;
            case VirtualHostSet set:
                _virtualHosts[set.VirtualHost] = set;
                break;
            case VirtualHostDeleted deleted:
                _virtualHosts.Remove(deleted.VirtualHost);
                RemovePermissions((vhost, _) => vhost == deleted.VirtualHost);
                break;
            case UserSet set:
                _users[set.User.Name] = set;
                break;
            case UserDeleted deleted:
                _users.Remove(deleted.User);
                RemovePermissions((_, user) => user == deleted.User);
                break;
            case PermissionSet set:
                _permissions[(set.VirtualHost, set.Permission.User)] = set;
                break;
            case PermissionCleared cleared:
                _permissions.Remove((cleared.VirtualHost, cleared.User));
                break;
            case TopicPermissionSet set:
                _topics[(set.VirtualHost, set.Permission.User, set.Permission.Exchange)] = set;
                break;
            case TopicPermissionCleared cleared:
                RemoveTopics(key => key.VirtualHost == cleared.VirtualHost && key.User == cleared.User && (cleared.Exchange ?? key.Exchange) == key.Exchange);
                break;
        }
    }

    public IEnumerable<MetadataCommand> ToCommands() =>
    [
        .. _isFounded ? [new BrokerFounded()] : Array.Empty<MetadataCommand>(),
        .. _virtualHosts.Values,
        .. _users.Values,
        .. _permissions.Values,
        .. _topics.Values,
    ];

    private void RemovePermissions(Func<string, string, bool> isGone)
    {
        foreach (var key in _permissions.Keys.Where(key => isGone(key.VirtualHost, key.User)).ToArray())
        {
            _permissions.Remove(key);
        }

        RemoveTopics(key => isGone(key.VirtualHost, key.User));
    }

    private void RemoveTopics(Func<(string VirtualHost, string User, string Exchange), bool> isGone)
    {
        foreach (var key in _topics.Keys.Where(isGone).ToArray())
        {
            _topics.Remove(key);
        }
    }
}
