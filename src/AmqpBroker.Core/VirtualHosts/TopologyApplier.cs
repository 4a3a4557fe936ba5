using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Carries out on a topology what has been made durable, after a restart as while running. Guarded by the virtual host.</summary>
internal sealed class TopologyApplier(
    Topology topology, ExchangeFactory exchanges, IQueueFactory queues, QueueSite site, PolicyBook policies, LimitBook limits)
{
    /// <summary>Carries out a command.</summary>
    /// <returns>False when what it speaks of is not there, so that there is nothing to do.</returns>
    public bool Apply(MetadataCommand command) => command switch
    {
        ExchangeDeclared declared => Apply(declared),
        QueueDeclared declared => Apply(declared),
        BindingAdded added => Apply(added),
        ExchangeDeleted deleted => Apply(deleted),
        BindingRemoved removed => Apply(removed),
        QueueDeleted deleted => Apply(deleted),
        PolicySet set => policies.Apply(set),
        PolicyCleared cleared => policies.Apply(cleared),
        VirtualHostLimitsSet set => limits.Apply(set),
        _ => false,
    };

    /// <summary>Makes the binding that a definition speaks of; null when one of its ends is not there.</summary>
    public Binding? Find(BindingDefinition definition)
    {
        if (topology.FindExchange(definition.Source) is not { } source)
        {
            return null;
        }

        if (definition.DestinationKind == BindingDestination.Queue)
        {
            return topology.FindQueue(definition.Destination) is { } queue
                ? Binding.ToQueue(source, queue, definition.RoutingKey, definition.Arguments)
                : null;
        }

        return topology.FindExchange(definition.Destination) is { } exchange
            ? Binding.ToExchange(source, exchange, definition.RoutingKey, definition.Arguments)
            : null;
    }

    private bool Apply(ExchangeDeclared declared)
    {
        if (topology.FindExchange(declared.Exchange.Name) is not null)
        {
            return false;
        }

        topology.Add(exchanges.Create(declared.Exchange));
        return true;
    }

    private bool Apply(QueueDeclared declared)
    {
        if (topology.FindQueue(declared.Queue.Name) is not null)
        {
            return false;
        }

        topology.Add(queues.Create(site, declared.Queue));
        return true;
    }

    private bool Apply(BindingAdded added)
    {
        if (Find(added.Binding) is not { } binding)
        {
            return false;
        }

        topology.Add(binding);
        return true;
    }

    // Auto-delete exchanges go along by themselves: the topology knows all bindings.
    private bool Apply(ExchangeDeleted deleted)
    {
        if (topology.FindExchange(deleted.Exchange) is not { } exchange)
        {
            return false;
        }

        topology.Remove(exchange);
        return true;
    }

    private bool Apply(BindingRemoved removed)
    {
        if (Find(removed.Binding) is not { } binding)
        {
            return false;
        }

        topology.Remove(binding);
        return true;
    }

    private bool Apply(QueueDeleted deleted)
    {
        if (topology.FindQueue(deleted.Queue) is not { } queue || queue.Id != deleted.Id)
        {
            return false;
        }

        topology.Remove(queue);
        return true;
    }
}
