namespace AmqpBroker.Core.Exchanges;

/// <summary>Matches a routing key that equals the binding key, octet by octet.</summary>
internal sealed class DirectRoutingTable : IRoutingTable
{
    private readonly Dictionary<string, List<Binding>> _byKey = new(StringComparer.Ordinal);

    public void Add(Binding binding)
    {
        if (!_byKey.TryGetValue(binding.RoutingKey, out var bindings))
        {
            _byKey.Add(binding.RoutingKey, bindings = []);
        }

        bindings.Add(binding);
    }

    public void Remove(Binding binding)
    {
        if (_byKey.TryGetValue(binding.RoutingKey, out var bindings) && bindings.Remove(binding) && bindings.Count == 0)
        {
            _byKey.Remove(binding.RoutingKey);
        }
    }

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        if (_byKey.TryGetValue(message.RoutingKey, out var bindings))
        {
            foreach (var binding in bindings)
            {
                matches.Add(binding);
            }
        }
    }
}
