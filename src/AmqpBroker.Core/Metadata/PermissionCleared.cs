namespace AmqpBroker.Core.Metadata;

/// <summary>A user may do nothing in a virtual host any more.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="User">The user.</param>
public sealed record PermissionCleared(string VirtualHost, string User) : MetadataCommand(VirtualHost);
