using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol;

namespace AmqpBroker.Server.Channels;

/// <summary>A basic.ack, nack or reject that waits for the rest of its read.</summary>
/// <param name="DeliveryTag">The tag; 0 with <paramref name="IsMultiple"/> for all.</param>
/// <param name="IsMultiple">All up to the tag.</param>
/// <param name="Outcome">What becomes of the messages.</param>
/// <param name="Method">The method, to blame if the tag is unknown.</param>
internal readonly record struct PendingSettle(ulong DeliveryTag, bool IsMultiple, SettleOutcome Outcome, MethodId Method);
