namespace AmqpBroker.Core.Permissions;

/// <summary>Which routing keys a user may use with a topic exchange; any, when nothing is said of user and exchange.</summary>
/// <param name="User">The user.</param>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Exchange">The exchange's name.</param>
/// <param name="Write">A regular expression for keys it may publish with.</param>
/// <param name="Read">A regular expression for keys it may bind with.</param>
public sealed record TopicPermission(string User, string VirtualHost, string Exchange, string Write, string Read);
