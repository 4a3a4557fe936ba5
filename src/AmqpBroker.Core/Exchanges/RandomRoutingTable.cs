namespace AmqpBroker.Core.Exchanges;

/// <summary>Matches one of the bindings, picked at random for each message; the routing key is not looked at.</summary>
internal sealed class RandomRoutingTable : IRoutingTable
{
    private readonly List<Binding> _bindings = [];

    public void Add(Binding binding) => _bindings.Add(binding);

    public void Remove(Binding binding) => _bindings.Remove(binding);

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        // Picked once for a message, however many keys it has; and never for all those with a key that a cache would keep.
        matches.DependsOnMessage = true;
        if (!message.IsCopy && _bindings.Count > 0)
        {
            matches.Add(_bindings[Random.Shared.Next(_bindings.Count)]);
        }
    }
}
