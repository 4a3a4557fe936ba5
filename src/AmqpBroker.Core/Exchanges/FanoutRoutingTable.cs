namespace AmqpBroker.Core.Exchanges;

/// <summary>Matches every message.</summary>
internal sealed class FanoutRoutingTable : IRoutingTable
{
    private readonly HashSet<Binding> _bindings = [];

    public void Add(Binding binding) => _bindings.Add(binding);

    public void Remove(Binding binding) => _bindings.Remove(binding);

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        foreach (var binding in _bindings)
        {
            matches.Add(binding);
        }
    }
}
