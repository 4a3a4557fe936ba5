namespace AmqpBroker.Core.Exchanges;

/// <summary>Matches headers against the bindings' arguments; the routing key is not looked at.</summary>
internal sealed class HeadersRoutingTable : IRoutingTable
{
    private readonly Dictionary<Binding, HeadersMatch> _bindings = [];

    public void Add(Binding binding) => _bindings.Add(binding, HeadersMatch.Of(binding.Arguments));

    public void Remove(Binding binding) => _bindings.Remove(binding);

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        matches.DependsOnHeaders = true;
        if (message.Headers is not { } headers)
        {
            return;
        }

        foreach (var (binding, match) in _bindings)
        {
            if (match.Matches(headers))
            {
                matches.Add(binding);
            }
        }
    }
}
