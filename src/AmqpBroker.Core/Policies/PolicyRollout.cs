using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Policies;

/// <summary>Brings the policies that hold now to all queues and exchanges of a virtual host. Any thread, outside every lock.</summary>
/// <remarks>
/// Two at a time may do so: each object keeps what the newer rules say. The virtual host's lock is held to copy the list of what there is,
/// then for a few exchanges at a time whose policy is another.
/// </remarks>
internal sealed class PolicyRollout(Lock gate, Topology topology, PolicyBook book)
{
    private const int ExchangesAtOnce = 1000;

    public void Run()
    {
        Queue[] queues;
        Exchange[] exchanges;
        lock (gate)
        {
            queues = [.. topology.Queues];
            exchanges = [.. topology.Exchanges];
        }

        var isRouteChanged = false;
        foreach (var queue in queues)
        {
            isRouteChanged |= Follow(queue, book.Rules);
        }

        if (isRouteChanged)
        {
            lock (gate)
            {
                // Whether a queue may refuse messages is part of the routes to it.
                topology.Changed();
            }
        }

        foreach (var some in exchanges.Chunk(ExchangesAtOnce))
        {
            Follow(some, book.Rules);
        }
    }

    private static bool Follow(Queue queue, PolicyRules rules) => queue.ComeUnder(rules.Follow(queue.Held, queue.Name, queue.PolicySubject));

    private void Follow(Exchange[] exchanges, PolicyRules rules)
    {
        var found = Array.ConvertAll(exchanges, exchange => rules.Follow(exchange.Held, exchange.Name, PolicySubjects.Exchanges));
        lock (gate)
        {
            var isRouteChanged = false;
            for (var i = 0; i < exchanges.Length; i++)
            {
                var before = exchanges[i].AlternateExchange;
                exchanges[i].Hold(found[i]);
                isRouteChanged |= before != exchanges[i].AlternateExchange;
            }

            if (isRouteChanged)
            {
                topology.Changed();
            }
        }
    }
}
