using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing.Explaining;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.Routing;

/// <summary>Finds where the messages of a virtual host go. Any thread; each call holds the topology's lock.</summary>
public sealed class RouteFinder
{
    private readonly string _virtualHost;
    private readonly Lock _gate;
    private readonly Topology _topology;
    private readonly Router _router;
    private readonly Lookup _lookup;

    internal RouteFinder(string virtualHost, Lock gate, Topology topology, Router router)
    {
        _virtualHost = virtualHost;
        _gate = gate;
        _topology = topology;
        _router = router;
        _lookup = new Lookup(virtualHost, topology);
    }

    /// <summary>As <see cref="VirtualHost.Route"/>.</summary>
    internal Route Find(string exchange, ReadOnlySpan<string> routingKeys, BasicProperties? properties, byte[] wireBytes)
    {
        lock (_gate)
        {
            var first = _lookup.RequireExchange(exchange);
            if (first.Declaration.IsInternal)
            {
                throw ExchangeErrors.InternalExchange(exchange, _virtualHost);
            }

            var queues = _router.Match(first, routingKeys, properties, out var dependsOnMessage);
            return new Route(wireBytes, queues, _topology.Version, dependsOnMessage, _router.Guards) { Exchange = first };
        }
    }

    /// <summary>Says where a message would go, and why. Nothing is published.</summary>
    /// <param name="exchange">The exchange to publish to; empty for the default exchange.</param>
    /// <param name="routingKeys">The routing key, then those of CC and BCC.</param>
    /// <param name="properties">The message's properties.</param>
    /// <exception cref="Protocol.ChannelException">404: no such exchange.</exception>
    public RouteExplanation Explain(string exchange, IReadOnlyList<string> routingKeys, BasicProperties properties)
    {
        lock (_gate)
        {
            return new RouteExplainer(_topology, routingKeys, properties).Explain(_lookup.RequireExchange(exchange));
        }
    }

    /// <summary>Has every route found anew: who may use it may have changed.</summary>
    internal void JudgeAnew()
    {
        lock (_gate)
        {
            _topology.Changed();
        }
    }

    /// <summary>Finds where a message goes that died; nowhere when there is no such exchange. Internal exchanges take it, too.</summary>
    internal Queue[] FindForDeadLetter(string exchange, IReadOnlyList<string> routingKeys, BasicProperties properties)
    {
        lock (_gate)
        {
            return _topology.FindExchange(exchange) is { } first ? _router.Match(first, [.. routingKeys], properties, out _) : [];
        }
    }

    /// <summary>Finds where a message goes that its exchange has kept until now; nowhere when the exchange is gone.</summary>
    internal Queue[] FindForDelayed(DelayQueue queue, IReadOnlyList<string> routingKeys, BasicProperties properties)
    {
        lock (_gate)
        {
            // By identity: an exchange of the same name may have been declared since.
            return _topology.FindExchange(queue.Name) is { } exchange && exchange.Delay == queue
                ? _router.Match(exchange, [.. routingKeys], properties, out _)
                : [];
        }
    }
}
