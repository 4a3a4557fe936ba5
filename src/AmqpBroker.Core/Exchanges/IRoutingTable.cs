namespace AmqpBroker.Core.Exchanges;

/// <summary>The bindings of one exchange, arranged for its way of matching. Guarded by the virtual host's topology lock.</summary>
internal interface IRoutingTable
{
    /// <summary>Adds a binding that is not there yet.</summary>
    void Add(Binding binding);

    /// <summary>Removes a binding that is there.</summary>
    void Remove(Binding binding);

    /// <summary>Passes every binding that matches to <paramref name="matches"/>; the same destination may come more than once.</summary>
    void Match(in RoutingContext message, BindingMatches matches);
}
