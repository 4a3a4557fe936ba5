using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A message that a sink was sent.</summary>
internal readonly record struct Received(int Number, bool IsRedelivered, SettledDelivery Settled, int FailedDeliveries = 0);
