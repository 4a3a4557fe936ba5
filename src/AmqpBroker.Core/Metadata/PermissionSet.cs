using AmqpBroker.Core.Permissions;

namespace AmqpBroker.Core.Metadata;

/// <summary>What a user may do in a virtual host was set, in the place of what it might before.</summary>
/// <param name="Permission">What it may do.</param>
public sealed record PermissionSet(UserPermission Permission) : MetadataCommand(Permission.VirtualHost);
