using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>The bindings of one exchange, arranged for its way of matching. Guarded by the virtual host's topology lock.</summary>
internal interface IRoutingTable
{
    /// <summary>Refuses what this exchange cannot bind with.</summary>
    /// <exception cref="Protocol.ChannelException">406: the binding key or an argument is invalid.</exception>
    void ValidateBinding(string routingKey, FieldTable arguments)
    {
    }

    /// <summary>Adds a binding that is not there yet.</summary>
    void Add(Binding binding);

    /// <summary>Removes a binding that is there.</summary>
    void Remove(Binding binding);

    /// <summary>Passes every binding that matches to <paramref name="matches"/>; the same destination may come more than once.</summary>
    void Match(in RoutingContext message, BindingMatches matches);
}
