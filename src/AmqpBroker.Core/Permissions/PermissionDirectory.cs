using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Users;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Permissions;

/// <summary>Who may do what: how permissions are listed, set and cleared, and how they are asked.</summary>
/// <remarks>Any thread. Published: a snapshot of all, replaced once a change is durable; it holds for the next operation of anyone.</remarks>
public sealed class PermissionDirectory
{
    private readonly AccessChanges _changes;
    private readonly UserDirectory _users;
    private readonly VirtualHostDirectory _virtualHosts;
    private volatile PermissionBook _book = PermissionBook.Empty;

    internal PermissionDirectory(AccessChanges changes, UserDirectory users, VirtualHostDirectory virtualHosts)
    {
        _changes = changes;
        _users = users;
        _virtualHosts = virtualHosts;
    }

    /// <summary>All permissions, by virtual host and user.</summary>
    public IReadOnlyList<UserPermission> List() =>
        [.. _book.Grants.Values.Select(static grants => grants.Permission).OrderBy(static one => one.VirtualHost, StringComparer.Ordinal).ThenBy(static one => one.User, StringComparer.Ordinal)];

    /// <summary>What a user may do, by virtual host.</summary>
    public IReadOnlyList<UserPermission> ListOf(string user) =>
        [.. _book.Grants.Values.Select(static grants => grants.Permission).Where(one => one.User == user).OrderBy(static one => one.VirtualHost, StringComparer.Ordinal)];

    /// <summary>All topic permissions, by virtual host, user and exchange.</summary>
    public IReadOnlyList<TopicPermission> ListTopics() =>
    [
        .. _book.Topics.Values.SelectMany(static byExchange => byExchange.Values).Select(static grants => grants.Permission)
            .OrderBy(static one => one.VirtualHost, StringComparer.Ordinal)
            .ThenBy(static one => one.User, StringComparer.Ordinal)
            .ThenBy(static one => one.Exchange, StringComparer.Ordinal),
    ];

    /// <summary>The topic permissions of a user, by virtual host and exchange.</summary>
    public IReadOnlyList<TopicPermission> ListTopicsOf(string user) =>
    [
        .. _book.Topics.Where(topics => topics.Key.User == user).SelectMany(static topics => topics.Value.Values).Select(static grants => grants.Permission)
            .OrderBy(static one => one.VirtualHost, StringComparer.Ordinal)
            .ThenBy(static one => one.Exchange, StringComparer.Ordinal),
    ];

    /// <summary>What a user may do in a virtual host; null when it may not even open it.</summary>
    public UserPermission? Find(string user, string virtualHost) => _book.Grants.GetValueOrDefault((virtualHost, user))?.Permission;

    /// <summary>The rights of one user in one virtual host, to be asked again and again.</summary>
    public AccessRights RightsOf(string user, string virtualHost) => new(this, user, virtualHost);

    /// <summary>Sets what a user may do in a virtual host.</summary>
    public async ValueTask<PermissionOutcome> SetAsync(UserPermission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (FindFlaw(permission.Configure, permission.Write, permission.Read) is { } flaw)
        {
            return flaw;
        }

        var outcome = new PermissionOutcome(IsNew: false, HasHome: false);
        await _changes.ExecuteAsync(() =>
        {
            if (!HasHome(permission.User, permission.VirtualHost))
            {
                return null;
            }

            outcome = new PermissionOutcome(Find(permission.User, permission.VirtualHost) is null);
            return new PermissionSet(permission);
        });
        return outcome;
    }

    /// <summary>Takes from a user all it may do in a virtual host.</summary>
    /// <returns>False when it might do nothing.</returns>
    public ValueTask<bool> ClearAsync(string user, string virtualHost) =>
        _changes.ExecuteAsync(() => Find(user, virtualHost) is null ? null : new PermissionCleared(virtualHost, user));

    /// <summary>Sets which routing keys a user may use with a topic exchange.</summary>
    public async ValueTask<PermissionOutcome> SetTopicAsync(TopicPermission permission)
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (FindFlaw(TopicGrants.Expand(permission.Write, permission), TopicGrants.Expand(permission.Read, permission)) is { } flaw)
        {
            return flaw;
        }

        var outcome = new PermissionOutcome(IsNew: false, HasHome: false);
        await _changes.ExecuteAsync(() =>
        {
            if (!HasHome(permission.User, permission.VirtualHost))
            {
                return null;
            }

            outcome = new PermissionOutcome(FindTopics(permission.User, permission.VirtualHost).All(one => one.Exchange != permission.Exchange));
            return new TopicPermissionSet(permission);
        });
        return outcome;
    }

    /// <summary>The topic permissions of a user in a virtual host.</summary>
    public IReadOnlyList<TopicPermission> FindTopics(string user, string virtualHost) =>
        [.. ListTopicsOf(user).Where(one => one.VirtualHost == virtualHost)];

    /// <summary>Lets a user use any routing key again.</summary>
    /// <param name="user">The user.</param>
    /// <param name="virtualHost">The virtual host.</param>
    /// <param name="exchange">With which topic exchange; null for all.</param>
    /// <returns>False when it was free to.</returns>
    public ValueTask<bool> ClearTopicAsync(string user, string virtualHost, string? exchange) => _changes.ExecuteAsync(() =>
        FindTopics(user, virtualHost).Any(one => exchange is null || one.Exchange == exchange)
            ? new TopicPermissionCleared(virtualHost, user, exchange)
            : null);

    internal bool Allows(string user, string virtualHost, Right right, string name) =>
        _book.Grants.TryGetValue((virtualHost, user), out var grants) && grants.Allows(right, name);

    internal bool AllowsTopic(string user, string virtualHost, Right right, string exchange, string routingKey) =>
        !_book.Topics.TryGetValue((virtualHost, user), out var byExchange)
        || !byExchange.TryGetValue(exchange, out var grants)
        || grants.Allows(right, routingKey);

    internal object Moment => _book;

    internal bool HasTopics(string user, string virtualHost) => _book.Topics.ContainsKey((virtualHost, user));

    /// <summary>Carries out what is durable. Routes that were judged by what held before are found anew.</summary>
    internal void Apply(MetadataCommand command)
    {
        _book = command switch
        {
            PermissionSet set => _book.With(set.Permission),
            PermissionCleared cleared => _book.Without(cleared.VirtualHost, cleared.User),
            TopicPermissionSet set => _book.With(set.Permission),
            TopicPermissionCleared cleared => _book.WithoutTopic(cleared.VirtualHost, cleared.User, cleared.Exchange),
            UserDeleted deleted => _book.WithoutUser(deleted.User),
            VirtualHostDeleted deleted => _book.WithoutVirtualHost(deleted.VirtualHost),
            _ => _book,
        };
        foreach (var virtualHost in _virtualHosts.List())
        {
            if (command.VirtualHost.Length == 0 || command.VirtualHost == virtualHost.Name)
            {
                virtualHost.Routes.JudgeAnew();
            }
        }
    }

    /// <summary>Why an expression is none; null when it is.</summary>
    public static string? FlawOf(string pattern) => GrantPattern.Parse(pattern, out var flaw) is null ? flaw : null;

    internal void Clear() => _book = PermissionBook.Empty;

    private static PermissionOutcome? FindFlaw(params ReadOnlySpan<string> patterns)
    {
        foreach (var pattern in patterns)
        {
            if (FlawOf(pattern) is { } flaw)
            {
                return new PermissionOutcome(IsNew: false, InvalidPattern: pattern, Flaw: flaw);
            }
        }

        return null;
    }

    private bool HasHome(string user, string virtualHost) => _users.Find(user) is not null && _virtualHosts.TryGet(virtualHost, out _);
}
