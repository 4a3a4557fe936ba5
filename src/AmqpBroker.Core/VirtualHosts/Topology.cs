using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>The exchanges, queues and bindings of one virtual host and how they hang together. Guarded by its virtual host.</summary>
/// <remarks>Judges nothing: what may be declared, bound or deleted is decided by <see cref="VirtualHost"/>.</remarks>
/// <param name="policies">The policies that new exchanges and queues come under.</param>
internal sealed class Topology(PolicyBook policies)
{
    private readonly Dictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Queue> _queues = new(StringComparer.Ordinal);
    private readonly Dictionary<object, HashSet<Binding>> _bindingsByDestination = [];
    private readonly Queue<Exchange> _unused = new();
    private long _version;

    /// <summary>Grows with every change that may alter a route; may be read without the lock.</summary>
    public long Version => Volatile.Read(ref _version);

    public IReadOnlyCollection<Exchange> Exchanges => _exchanges.Values;

    public IReadOnlyCollection<Queue> Queues => _queues.Values;

    public Exchange? FindExchange(string name) => _exchanges.GetValueOrDefault(name);

    public Queue? FindQueue(string name) => _queues.GetValueOrDefault(name);

    /// <summary>The bindings that lead to a queue or an exchange.</summary>
    public IReadOnlyCollection<Binding> BindingsTo(object destination) =>
        _bindingsByDestination.TryGetValue(destination, out var bindings) ? bindings : [];

    public void Add(Exchange exchange)
    {
        exchange.Hold(policies.Rules.Find(exchange.Name, PolicySubjects.Exchanges));
        _exchanges.Add(exchange.Name, exchange);
        Changed();
    }

    public void Add(Queue queue)
    {
        queue.BeginUnder(policies.Rules.Find(queue.Name, queue.PolicySubject));
        _queues.Add(queue.Name, queue);
        Changed();
    }

    public void Add(Binding binding)
    {
        if (binding.Source.Bind(binding))
        {
            var destination = DestinationOf(binding);
            if (!_bindingsByDestination.TryGetValue(destination, out var bindings))
            {
                _bindingsByDestination.Add(destination, bindings = []);
            }

            bindings.Add(binding);
            Changed();
        }
    }

    /// <summary>Removes a binding; an auto-delete exchange that it was the last one from goes too.</summary>
    public void Remove(Binding binding)
    {
        Unbind(binding);
        RemoveUnused();
    }

    /// <summary>Removes an exchange and the bindings from and to it.</summary>
    public void Remove(Exchange exchange)
    {
        Unregister(exchange);
        RemoveUnused();
    }

    /// <summary>Removes a queue and the bindings to it.</summary>
    public void Remove(Queue queue)
    {
        // By identity: a queue of the same name may have been declared since this one was deleted.
        if (_queues.TryGetValue(queue.Name, out var current) && ReferenceEquals(current, queue))
        {
            _queues.Remove(queue.Name);
            RemoveBindingsTo(queue);
            RemoveUnused();
            Changed();
        }
    }

    /// <summary>Removes everything.</summary>
    public void Clear()
    {
        foreach (var exchange in _exchanges.Values.ToArray())
        {
            Unregister(exchange);
        }

        _unused.Clear();
        _queues.Clear();
        Changed();
    }

    private static object DestinationOf(Binding binding) => (object?)binding.Queue ?? binding.Exchange!; // one of the two, always

    private void Unbind(Binding binding)
    {
        if (!binding.Source.Unbind(binding))
        {
            return;
        }

        if (_bindingsByDestination.TryGetValue(DestinationOf(binding), out var bindings)
            && bindings.Remove(binding) && bindings.Count == 0)
        {
            _bindingsByDestination.Remove(DestinationOf(binding));
        }

        Changed();
        if (binding.Source is { IsInUse: false, Declaration.IsAutoDelete: true })
        {
            _unused.Enqueue(binding.Source);
        }
    }

    private void Unregister(Exchange exchange)
    {
        if (_exchanges.Remove(exchange.Name))
        {
            foreach (var binding in exchange.Bindings.ToArray())
            {
                Unbind(binding);
            }

            RemoveBindingsTo(exchange);
            exchange.Delay?.End();
            exchange.Deduplication?.End();
            Changed();
        }
    }

    // One after the other, not each inside the one before: clients make chains longer than any stack.
    private void RemoveUnused()
    {
        while (_unused.TryDequeue(out var exchange))
        {
            Unregister(exchange);
        }
    }

    private void RemoveBindingsTo(object destination)
    {
        if (_bindingsByDestination.TryGetValue(destination, out var bindings))
        {
            foreach (var binding in bindings.ToArray())
            {
                Unbind(binding);
            }
        }
    }

    /// <summary>Something else changed by which a route may have.</summary>
    public void Changed() => Volatile.Write(ref _version, _version + 1);
}
