using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Replies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;

namespace AmqpBroker.Core.Routing;

/// <summary>Follows bindings from an exchange to queues. Guarded by the topology lock, like the topology it reads.</summary>
internal sealed class Router(Topology topology, DirectReplies replies)
{
    private readonly BindingMatches _matches = new();
    private readonly Queue<Exchange> _deduplicating = new();

    /// <summary>The deduplicating exchanges on the way of the last match, each with its share of the queues.</summary>
    public RouteGuard[] Guards { get; private set; } = [];

    /// <summary>Finds the queues for a message.</summary>
    /// <param name="exchange">Where it was published.</param>
    /// <param name="routingKeys">Its routing key, then the keys of its CC and BCC headers.</param>
    /// <param name="properties">Its properties; null to learn whether they matter.</param>
    /// <param name="dependsOnMessage">Whether an exchange on the way looks at more than the key.</param>
    public Queue[] Match(Exchange exchange, ReadOnlySpan<string> routingKeys, BasicProperties? properties, out bool dependsOnMessage)
    {
        _matches.Clear();
        _deduplicating.Clear();
        _matches.Visit(exchange);
        Follow(routingKeys, properties, isGuarded: false);
        Guards = _deduplicating.Count == 0 ? [] : FollowDeduplicating(routingKeys, properties);
        dependsOnMessage = _matches.DependsOnMessage;
        return [.. _matches.Queues];
    }

    /// <summary>
    /// What a deduplicating exchange leads to comes last, so that a queue that is reached another way gets its message in any case. One
    /// behind another is like a fanout exchange.
    /// </summary>
    private RouteGuard[] FollowDeduplicating(ReadOnlySpan<string> routingKeys, BasicProperties? properties)
    {
        var guards = new List<RouteGuard>();
        while (_deduplicating.TryDequeue(out var next))
        {
            var first = _matches.Queues.Count;
            Follow(next, routingKeys, properties);
            Follow(routingKeys, properties, isGuarded: true);
            if (next.Deduplication is { } cache && _matches.Queues.Count > first)
            {
                guards.Add(new RouteGuard(cache, first, _matches.Queues.Count - first));
            }
        }

        return [.. guards];
    }

    private void Follow(ReadOnlySpan<string> routingKeys, BasicProperties? properties, bool isGuarded)
    {
        while (_matches.TryNextExchange(out var next))
        {
            if (next.Deduplication is not null && !isGuarded)
            {
                _deduplicating.Enqueue(next);
            }
            else
            {
                Follow(next, routingKeys, properties);
            }
        }
    }

    private void Follow(Exchange next, ReadOnlySpan<string> routingKeys, BasicProperties? properties)
    {
        var before = _matches.Matched;
        for (var i = 0; i < routingKeys.Length; i++)
        {
            Match(next, new RoutingContext(routingKeys[i], properties, IsCopy: i > 0));
        }

        // Used when the exchange itself found nothing, not when what it found led nowhere: as RabbitMQ does.
        // The default exchange takes nothing this way, since no binding is written down there.
        if (_matches.Matched == before
            && next.AlternateExchange is { Length: > 0 } alternate
            && topology.FindExchange(alternate) is { } alternateExchange)
        {
            _matches.Visit(alternateExchange);
        }
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
        else if (replies.Find(message.RoutingKey) is { } reply)
        {
            _matches.Add(reply);
        }
    }
}
