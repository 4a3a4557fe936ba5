using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Publishing;

/// <summary>A message to be published by itself.</summary>
/// <param name="Exchange">The exchange; empty for the default one.</param>
/// <param name="RoutingKey">The routing key, at most 255 octets of UTF-8.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Body">Its body.</param>
/// <param name="User">Who publishes it: what a user-id must say.</param>
public sealed record SingleMessage(string Exchange, string RoutingKey, BasicProperties Properties, ReadOnlyMemory<byte> Body, string User);
