using AmqpBroker.Core.Policies;

namespace AmqpBroker.Core.Metadata;

/// <summary>A policy was set, in the place of one of its name if there was one.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Kind">The policy's kind.</param>
/// <param name="Policy">The policy.</param>
public sealed record PolicySet(string VirtualHost, PolicyKind Kind, Policy Policy) : MetadataCommand(VirtualHost);
