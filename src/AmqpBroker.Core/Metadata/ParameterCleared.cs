namespace AmqpBroker.Core.Metadata;

/// <summary>A parameter was cleared.</summary>
/// <param name="VirtualHost">The virtual host; empty for a global one.</param>
/// <param name="Component">What it was for; empty for a global one.</param>
/// <param name="Name">Its name.</param>
public sealed record ParameterCleared(string VirtualHost, string Component, string Name) : MetadataCommand(VirtualHost);
