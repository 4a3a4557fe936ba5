using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Metadata;

/// <summary>A durable queue was made.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Queue">What it was declared with, its id included.</param>
public sealed record QueueDeclared(string VirtualHost, QueueDeclaration Queue) : MetadataCommand(VirtualHost);
