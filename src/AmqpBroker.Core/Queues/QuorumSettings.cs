namespace AmqpBroker.Core.Queues;

/// <summary>
/// What a quorum queue does otherwise than a classic one: it stores every message, persistent or not, serves returned messages before all others in
/// the order of their return, and counts how often a message was delivered in vain. Published: never changes once made.
/// </summary>
public sealed record QuorumSettings
{
    /// <summary>The limit of queues that say nothing.</summary>
    public const long DefaultDeliveryLimit = 20;

    /// <summary>How often a message may come back (x-delivery-limit); null for ever.</summary>
    public long? DeliveryLimit { get; init; } = DefaultDeliveryLimit;
}
