using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>What one exchange on the way makes of a message.</summary>
public sealed record RouteVisit
{
    /// <summary>The exchange.</summary>
    public required Exchange Exchange { get; init; }

    /// <summary>By which step it was reached first; null for the exchange that is published to.</summary>
    public RouteHop? ReachedBy { get; init; }

    /// <summary>Where messages may go from it: all bindings there are from it.</summary>
    public required int Bindings { get; init; }

    /// <summary>The steps from here.</summary>
    public required IReadOnlyList<RouteHop> Hops { get; init; }

    /// <summary>Only one of the steps is gone, picked anew for each message.</summary>
    public bool PicksOne { get; init; }

    /// <summary>How long the message waits here first, in milliseconds; null when it goes on at once.</summary>
    public long? Delay { get; init; }

    /// <summary>Whether a message whose id it has let through lately ends here.</summary>
    public bool IsDeduplicating => Exchange.Deduplication is not null;

    /// <summary>The exchange for what nothing matches; null when there is none.</summary>
    public string? AlternateExchange { get; init; }

    /// <summary>The policy that names the alternate exchange; null when an argument does, or none is named.</summary>
    public string? AlternatePolicy { get; init; }

    /// <summary>Whether the alternate exchange that is named is there.</summary>
    public bool HasAlternate { get; init; }
}
