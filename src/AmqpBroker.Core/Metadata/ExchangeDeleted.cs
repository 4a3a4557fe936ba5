namespace AmqpBroker.Core.Metadata;

/// <summary>A durable exchange went.</summary>
/// <param name="VirtualHost">The virtual host.</param>
/// <param name="Exchange">Its name.</param>
public sealed record ExchangeDeleted(string VirtualHost, string Exchange) : RemovalCommand(VirtualHost);
