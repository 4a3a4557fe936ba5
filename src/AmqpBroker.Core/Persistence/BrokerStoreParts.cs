using AmqpBroker.Core.Alarms;
using AmqpBroker.Storage.Records;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.Persistence;

/// <summary>What the parts of a store share.</summary>
/// <param name="Pool">Where memory for messages comes from.</param>
/// <param name="Alarms">Which resources run out.</param>
/// <param name="Logger">Tells the operator.</param>
internal sealed record BrokerStoreParts(SegmentPool Pool, ResourceAlarms Alarms, ILogger Logger);
