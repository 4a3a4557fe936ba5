namespace AmqpBroker.Core.Metadata;

/// <summary>A user is free to use any routing key again.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="User">The user.</param>
/// <param name="Exchange">With which topic exchange; null for all.</param>
public sealed record TopicPermissionCleared(string VirtualHost, string User, string? Exchange) : MetadataCommand(VirtualHost);
