using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Routing.Explaining;

/// <summary>Goes the way of a message as <see cref="Router"/> does, and writes down each step. Guarded by the topology lock; used once.</summary>
internal sealed class RouteExplainer(Topology topology, IReadOnlyList<string> routingKeys, BasicProperties properties)
{
    private readonly Dictionary<object, (IReadOnlyList<RouteHop> Path, bool IsCertain)> _ways = [];
    private readonly Queue<Exchange> _pending = new();
    private readonly List<RouteVisit> _visits = [];
    private readonly List<ReachedQueue> _queues = [];

    public RouteExplanation Explain(Exchange exchange)
    {
        _ways[exchange] = ([], true);
        _pending.Enqueue(exchange);
        while (_pending.TryDequeue(out var next))
        {
            Visit(next);
        }

        return new RouteExplanation(exchange, routingKeys, _queues, _visits);
    }

    private void Visit(Exchange exchange)
    {
        var delay = exchange.Delay is not null && DelayHeader.TryRead(properties, out var milliseconds) ? milliseconds : (long?)null;
        var picksOne = exchange.Declaration.Type.PicksAnyBinding;
        var hops = exchange.Name.Length == 0 ? FindByName(exchange) : FindByBinding(exchange, picksOne);
        var alternate = FindAlternate(exchange);
        if (hops.Count == 0 && alternate is not null)
        {
            hops = [new RouteHop(RouteHopKind.AlternateExchange, exchange, Binding: null, Queue: null, alternate)];
        }

        var (path, isCertain) = _ways[exchange];
        _visits.Add(new RouteVisit
        {
            Exchange = exchange,
            ReachedBy = path.Count == 0 ? null : path[^1],
            Bindings = exchange.Bindings.Count,
            Hops = hops,
            PicksOne = picksOne,
            Delay = delay,
            AlternateExchange = exchange.AlternateExchange,
            AlternatePolicy = exchange.AlternateExchange is null || exchange.Declaration.AlternateExchange is not null ? null : exchange.Policy.User?.Name,
            HasAlternate = alternate is not null,
        });
        foreach (var hop in hops)
        {
            Go(hop, [.. path, hop], isCertain && !(picksOne && hops.Count > 1));
        }
    }

    private void Go(RouteHop hop, IReadOnlyList<RouteHop> path, bool isCertain)
    {
        var destination = (object?)hop.Queue ?? hop.Exchange!; // one of the two, always
        if (!_ways.TryAdd(destination, (path, isCertain)))
        {
            return;
        }

        if (hop.Queue is { } queue)
        {
            _queues.Add(new ReachedQueue(queue, path, isCertain));
        }
        else
        {
            _pending.Enqueue(hop.Exchange!);
        }
    }

    private List<RouteHop> FindByName(Exchange exchange) =>
    [
        .. routingKeys.Select(topology.FindQueue).OfType<Queues.Queue>().Distinct()
            .Select(queue => new RouteHop(RouteHopKind.DefaultExchange, exchange, Binding: null, queue, Exchange: null)),
    ];

    private List<RouteHop> FindByBinding(Exchange exchange, bool picksOne)
    {
        if (picksOne)
        {
            return [.. exchange.Bindings.Select(ToHop)];
        }

        var matches = new BindingMatches { Recorded = [] };

        // What waits is routed when its time has come, as if it had come then.
        var looked = exchange.Delay is null ? properties : DelayHeader.Negate(properties);
        for (var i = 0; i < routingKeys.Count; i++)
        {
            exchange.Match(new RoutingContext(routingKeys[i], looked, IsCopy: i > 0), matches);
        }

        return [.. matches.Recorded.Distinct().Select(ToHop)];
    }

    private Exchange? FindAlternate(Exchange exchange) =>
        exchange.AlternateExchange is { Length: > 0 } name ? topology.FindExchange(name) : null;

    private static RouteHop ToHop(Binding binding) => new(RouteHopKind.Binding, binding.Source, binding, binding.Queue, binding.Exchange);
}
