using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Exchanges;

/// <summary>What exchanges look at when they route a message.</summary>
/// <param name="RoutingKey">The routing key.</param>
/// <param name="Properties">The message's properties; null when the caller has not decoded them yet.</param>
/// <param name="IsCopy">The key is one of those in the CC and BCC headers: the message has been matched by its own before.</param>
internal readonly record struct RoutingContext(string RoutingKey, BasicProperties? Properties, bool IsCopy = false);
