using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What there is in a virtual host at one moment, for whoever looks and does not use. Any thread; each call holds the topology's lock to copy.</summary>
public sealed class TopologyListing
{
    private readonly Lock _gate;
    private readonly Topology _topology;

    internal TopologyListing(Lock gate, Topology topology)
    {
        _gate = gate;
        _topology = topology;
    }

    /// <summary>Finds an exchange; null when it is not there.</summary>
    public Exchange? FindExchange(string name)
    {
        lock (_gate)
        {
            return _topology.FindExchange(name);
        }
    }

    /// <summary>Finds a queue, whoever may use it; null when it is not there.</summary>
    public Queue? FindQueue(string name)
    {
        lock (_gate)
        {
            return _topology.FindQueue(name);
        }
    }

    /// <summary>All bindings, those of the default exchange included, which has one to each queue by its name.</summary>
    public IReadOnlyList<Binding> Bindings()
    {
        lock (_gate)
        {
            return [.. DefaultBindings(), .. _topology.Exchanges.SelectMany(static exchange => exchange.Bindings)];
        }
    }

    /// <summary>The bindings from an exchange; none when it is not there.</summary>
    public IReadOnlyList<Binding> BindingsFrom(string exchange)
    {
        lock (_gate)
        {
            return exchange.Length == 0 ? [.. DefaultBindings()] : [.. _topology.FindExchange(exchange)?.Bindings ?? []];
        }
    }

    /// <summary>The bindings to an exchange; none when it is not there.</summary>
    public IReadOnlyList<Binding> BindingsToExchange(string exchange)
    {
        lock (_gate)
        {
            return _topology.FindExchange(exchange) is { } destination ? [.. _topology.BindingsTo(destination)] : [];
        }
    }

    /// <summary>The bindings to a queue, that of the default exchange first; none when it is not there.</summary>
    public IReadOnlyList<Binding> BindingsToQueue(string queue)
    {
        lock (_gate)
        {
            return _topology.FindQueue(queue) is { } destination ? [DefaultBinding(destination), .. _topology.BindingsTo(destination)] : [];
        }
    }

    private IEnumerable<Binding> DefaultBindings() => _topology.Queues.Select(DefaultBinding);

    private Binding DefaultBinding(Queue queue) =>
        Binding.ToQueue(_topology.FindExchange(string.Empty)!, queue, queue.Name, FieldTable.Empty); // it is always there
}
