using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Metadata;

/// <summary>A virtual host was made, or what is said of it was changed.</summary>
/// <param name="VirtualHost">Its name.</param>
/// <param name="Definition">What is said of it.</param>
public sealed record VirtualHostSet(string VirtualHost, VirtualHostDefinition Definition) : MetadataCommand(VirtualHost);
