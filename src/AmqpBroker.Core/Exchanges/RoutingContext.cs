using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>What exchanges look at when they route a message.</summary>
/// <param name="RoutingKey">The routing key.</param>
/// <param name="Headers">The headers property; null when the caller has not decoded it yet.</param>
internal readonly record struct RoutingContext(string RoutingKey, FieldTable? Headers);
