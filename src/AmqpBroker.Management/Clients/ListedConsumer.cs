using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Management.Clients;

/// <summary>A consumer and the channel it is on.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Consumer">The consumer.</param>
internal readonly record struct ListedConsumer(IClientChannel Channel, Consumer Consumer);
