namespace AmqpBroker.Core.Metadata;

/// <summary>A durable binding went, and both its ends stay.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Binding">The binding.</param>
public sealed record BindingRemoved(string VirtualHost, BindingDefinition Binding) : RemovalCommand(VirtualHost);
