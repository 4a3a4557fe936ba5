namespace AmqpBroker.Core.Permissions;

/// <summary>What one user may do in one virtual host, judged anew each time. Any thread.</summary>
public sealed class AccessRights
{
    /// <summary>What the default exchange is called where its name is matched.</summary>
    private const string DefaultExchange = "amq.default";

    private readonly PermissionDirectory _permissions;

    internal AccessRights(PermissionDirectory permissions, string user, string virtualHost)
    {
        _permissions = permissions;
        User = user;
        VirtualHost = virtualHost;
    }

    /// <summary>The user.</summary>
    public string User { get; }

    /// <summary>The virtual host.</summary>
    public string VirtualHost { get; }

    /// <summary>Whether the user may open the virtual host: with any permission, were it for nothing.</summary>
    public bool MayEnter => _permissions.Find(User, VirtualHost) is not null;

    /// <summary>Whether any routing key may be refused.</summary>
    public bool HasTopics => _permissions.HasTopics(User, VirtualHost);

    /// <summary>Another one whenever any permission has changed.</summary>
    internal object Moment => _permissions.Moment;

    /// <summary>Whether the user has a right to a queue.</summary>
    public bool MayUseQueue(Right right, string name) => _permissions.Allows(User, VirtualHost, right, name);

    /// <summary>Whether the user has a right to an exchange.</summary>
    public bool MayUseExchange(Right right, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _permissions.Allows(User, VirtualHost, right, name.Length == 0 ? DefaultExchange : name);
    }

    /// <summary>Whether the user may publish (write) or bind (read) with a routing key. To be asked of topic exchanges only.</summary>
    public bool MayUseTopic(Right right, string exchange, string routingKey) =>
        _permissions.AllowsTopic(User, VirtualHost, right, exchange, routingKey);
}
