using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Core.Metadata;

/// <summary>A durable exchange was made.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Exchange">What it was declared with.</param>
public sealed record ExchangeDeclared(string VirtualHost, ExchangeDeclaration Exchange) : MetadataCommand(VirtualHost);
