using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>Where a message would go, and why: what routing decides, written down. Published: never changes once made.</summary>
/// <param name="Exchange">The exchange that is published to.</param>
/// <param name="RoutingKeys">The routing key, then those of CC and BCC.</param>
/// <param name="Queues">The queues, each once; none when the message is unroutable.</param>
/// <param name="Visits">The exchanges on the way, in the order in which they are reached.</param>
public sealed record RouteExplanation(
    Exchange Exchange, IReadOnlyList<string> RoutingKeys, IReadOnlyList<ReachedQueue> Queues, IReadOnlyList<RouteVisit> Visits)
{
    /// <summary>Whether clients may publish to the exchange: an internal one takes messages from other exchanges only.</summary>
    public bool MayBePublishedTo => !Exchange.Declaration.IsInternal;
}
