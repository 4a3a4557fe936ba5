using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>The limits of a virtual host were set, all of them.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Limits">The limits by their names; empty for none.</param>
public sealed record VirtualHostLimitsSet(string VirtualHost, FieldTable Limits) : MetadataCommand(VirtualHost);
