using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Routing;

/// <summary>Follows bindings from an exchange to queues. Guarded by the topology lock, like the topology it reads.</summary>
internal sealed class Router(Topology topology)
{
    private readonly BindingMatches _matches = new();

    /// <summary>Finds the queues for a message.</summary>
    /// <param name="exchange">Where it was published.</param>
    /// <param name="routingKeys">Its routing key, then the keys of its CC and BCC headers.</param>
    /// <param name="headers">Its headers; null to learn whether they matter.</param>
    /// <param name="dependsOnHeaders">Whether an exchange on the way matches headers.</param>
    public Queue[] Match(Exchange exchange, ReadOnlySpan<string> routingKeys, FieldTable? headers, out bool dependsOnHeaders)
    {
        _matches.Clear();
        _matches.Visit(exchange);
        while (_matches.TryNextExchange(out var next))
        {
            var before = _matches.Matched;
            foreach (var key in routingKeys)
            {
                Match(next, new RoutingContext(key, headers));
            }

            // Used when the exchange itself found nothing, not when what it found led nowhere: as RabbitMQ does.
            if (_matches.Matched == before
                && next.AlternateExchange is { } alternate
                && topology.FindExchange(alternate) is { } alternateExchange)
            {
                _matches.Visit(alternateExchange);
            }
        }

        dependsOnHeaders = _matches.DependsOnHeaders;
        return [.. _matches.Queues];
    }

    private void Match(Exchange exchange, in RoutingContext message)
    {
        if (exchange.Name.Length > 0)
        {
            exchange.Match(in message, _matches);
        }
        else if (topology.FindQueue(message.RoutingKey) is { } queue)
        {
            // The default exchange has a binding to each queue by its name; the registry is those bindings.
            _matches.Add(queue);
        }
    }
}
