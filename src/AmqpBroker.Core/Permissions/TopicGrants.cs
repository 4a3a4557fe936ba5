using System.Text.RegularExpressions;

namespace AmqpBroker.Core.Permissions;

/// <summary>A topic permission, ready to be asked. Published.</summary>
/// <remarks>
/// Deviates: RabbitMQ puts the values of variables into the expression as they are, so that a user named <c>.*</c> may use any key. Here they
/// stand for themselves.
/// </remarks>
internal sealed class TopicGrants(TopicPermission permission)
{
    private readonly GrantPattern _write = GrantPattern.Of(Expand(permission.Write, permission));
    private readonly GrantPattern _read = GrantPattern.Of(Expand(permission.Read, permission));

    public TopicPermission Permission { get; } = permission;

    public bool Allows(Right right, string routingKey) => (right == Right.Write ? _write : _read).Allows(routingKey);

    /// <summary>Puts in what stands for user and virtual host. Only clients of other protocols have a client id: here it stays as it is.</summary>
    public static string Expand(string pattern, TopicPermission permission) => pattern
        .Replace("{username}", Regex.Escape(permission.User), StringComparison.Ordinal)
        .Replace("{vhost}", Regex.Escape(permission.VirtualHost), StringComparison.Ordinal);
}
