using System.Collections.Immutable;

namespace AmqpBroker.Core.Permissions;

/// <summary>All permissions at one moment. Published: never changes.</summary>
internal sealed record PermissionBook
{
    public static PermissionBook Empty { get; } = new();

    public ImmutableDictionary<(string VirtualHost, string User), Grants> Grants { get; init; } =
        ImmutableDictionary<(string VirtualHost, string User), Grants>.Empty;

    /// <summary>Those for topics, by exchange.</summary>
    public ImmutableDictionary<(string VirtualHost, string User), ImmutableDictionary<string, TopicGrants>> Topics { get; init; } =
        ImmutableDictionary<(string VirtualHost, string User), ImmutableDictionary<string, TopicGrants>>.Empty;

    public PermissionBook With(UserPermission permission) =>
        this with { Grants = Grants.SetItem((permission.VirtualHost, permission.User), new Grants(permission)) };

    public PermissionBook With(TopicPermission permission)
    {
        var key = (permission.VirtualHost, permission.User);
        var byExchange = Topics.GetValueOrDefault(key) ?? ImmutableDictionary.Create<string, TopicGrants>(StringComparer.Ordinal);
        return this with { Topics = Topics.SetItem(key, byExchange.SetItem(permission.Exchange, new TopicGrants(permission))) };
    }

    public PermissionBook Without(string virtualHost, string user) => this with { Grants = Grants.Remove((virtualHost, user)) };

    public PermissionBook WithoutTopic(string virtualHost, string user, string? exchange)
    {
        var key = (virtualHost, user);
        var left = exchange is null ? null : Topics.GetValueOrDefault(key)?.Remove(exchange);
        return this with { Topics = left is { Count: > 0 } ? Topics.SetItem(key, left) : Topics.Remove(key) };
    }

    public PermissionBook WithoutUser(string user) => Without(key => key.User == user);

    public PermissionBook WithoutVirtualHost(string virtualHost) => Without(key => key.VirtualHost == virtualHost);

    private PermissionBook Without(Func<(string VirtualHost, string User), bool> isGone) => this with
    {
        Grants = Grants.RemoveRange(Grants.Keys.Where(isGone)),
        Topics = Topics.RemoveRange(Topics.Keys.Where(isGone)),
    };
}
