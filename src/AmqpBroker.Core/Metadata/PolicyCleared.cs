using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Metadata;

/// <summary>A policy went.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Kind">The policy's kind.</param>
/// <param name="Name">Its name.</param>
public sealed record PolicyCleared(string VirtualHost, PolicyKind Kind, string Name) : MetadataCommand(VirtualHost);
