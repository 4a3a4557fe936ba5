using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Exchanges;

/// <summary>Matches headers against the bindings' arguments; the routing key is not looked at.</summary>
internal sealed class HeadersRoutingTable : IRoutingTable
{
    private readonly Dictionary<Binding, HeadersMatch> _bindings = [];

    public void ValidateBinding(string routingKey, FieldTable arguments) => HeadersMatch.Of(arguments);

    public void Add(Binding binding) => _bindings.Add(binding, HeadersMatch.Of(binding.Arguments));

    public void Remove(Binding binding) => _bindings.Remove(binding);

    public void Match(in RoutingContext message, BindingMatches matches)
    {
        matches.DependsOnMessage = true;
        if (message.Properties is not { } properties)
        {
            return;
        }

        var headers = properties.Headers ?? FieldTable.Empty;

        foreach (var (binding, match) in _bindings)
        {
            if (match.Matches(headers))
            {
                matches.Add(binding);
            }
        }
    }
}
