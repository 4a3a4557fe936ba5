namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>Why a message goes on from an exchange.</summary>
public enum RouteHopKind
{
    /// <summary>A binding matches.</summary>
    Binding,

    /// <summary>The default exchange leads to the queue that has the routing key for its name.</summary>
    DefaultExchange,

    /// <summary>No binding matches, and the exchange has an alternate.</summary>
    AlternateExchange,
}
