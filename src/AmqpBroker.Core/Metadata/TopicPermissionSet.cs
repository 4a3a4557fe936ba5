using AmqpBroker.Core.Permissions;

namespace AmqpBroker.Core.Metadata;

/// <summary>Which routing keys a user may use with a topic exchange was set.</summary>
/// <param name="Permission">What it may use.</param>
public sealed record TopicPermissionSet(TopicPermission Permission) : MetadataCommand(Permission.VirtualHost);
