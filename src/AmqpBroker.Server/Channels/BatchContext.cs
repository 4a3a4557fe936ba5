using AmqpBroker.Core.Persistence;

namespace AmqpBroker.Server.Channels;

/// <summary>What handling a read needs of the broker.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Journal">Keeps persistent messages; null for a broker without storage.</param>
internal readonly record struct BatchContext(TimeProvider Clock, MessageJournal? Journal);
