namespace AmqpBroker.Core.Metadata;

/// <summary>Two durable ends were bound.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Binding">The binding.</param>
public sealed record BindingAdded(string VirtualHost, BindingDefinition Binding) : MetadataCommand(VirtualHost);
