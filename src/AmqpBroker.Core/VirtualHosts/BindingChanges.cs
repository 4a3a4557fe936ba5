using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Judges what clients want bound and unbound. Guarded by the virtual host.</summary>
internal sealed class BindingChanges(string virtualHost, Topology topology, Claims claims, Lookup lookup)
{
    public Decision BindQueue(string exchange, string queue, string routingKey, FieldTable arguments, object user)
    {
        if (claims.IsChanging(ClaimKey.Exchange(exchange), out var change) || claims.IsChanging(ClaimKey.Queue(queue), out change))
        {
            return Decision.WaitFor(change);
        }

        var source = lookup.RequireExchange(exchange);
        var destination = lookup.RequireQueue(queue, user);
        source.ValidateBinding(routingKey, arguments);
        return Add(Binding.ToQueue(source, destination, routingKey, arguments));
    }

    public Decision BindExchange(string source, string destination, string routingKey, FieldTable arguments)
    {
        if (claims.IsChanging(ClaimKey.Exchange(source), out var change) || claims.IsChanging(ClaimKey.Exchange(destination), out change))
        {
            return Decision.WaitFor(change);
        }

        var from = lookup.RequireExchange(source);
        var to = lookup.RequireExchange(destination);
        from.ValidateBinding(routingKey, arguments);
        return Add(Binding.ToExchange(from, to, routingKey, arguments));
    }

    public Decision UnbindQueue(string exchange, string queue, string routingKey, FieldTable arguments, object user) =>
        topology.FindQueue(queue) is not null && topology.FindExchange(exchange) is { } from
            ? Remove(Binding.ToQueue(from, lookup.RequireQueue(queue, user), routingKey, arguments))
            : Decision.Done;

    public Decision UnbindExchange(string source, string destination, string routingKey, FieldTable arguments) =>
        topology.FindExchange(source) is { } from && topology.FindExchange(destination) is { } to
            ? Remove(Binding.ToExchange(from, to, routingKey, arguments))
            : Decision.Done;

    private Decision Add(Binding binding)
    {
        var claim = new Claim()
            .AddAlone(ClaimKey.Binding(binding))
            .AddShared(ClaimKey.Exchange(binding.Source.Name))
            .AddShared(ClaimKey.DestinationOf(binding));
        if (claims.IsObstructed(claim, out var obstacle))
        {
            return Decision.WaitFor(obstacle);
        }

        if (binding.Source.Has(binding))
        {
            return Decision.Done;
        }

        if (binding.IsDurable)
        {
            return Decision.Commit(new BindingAdded(virtualHost, BindingDefinition.Of(binding)), claim);
        }

        topology.Add(binding);
        return Decision.Done;
    }

    private Decision Remove(Binding binding)
    {
        var removal = Removal.Of(topology, binding);
        if (claims.IsObstructed(removal.Claim, out var obstacle))
        {
            return Decision.WaitFor(obstacle);
        }

        if (!binding.Source.Has(binding))
        {
            return Decision.Done;
        }

        var command = binding.IsDurable
            ? new BindingRemoved(virtualHost, BindingDefinition.Of(binding)) { AutoDeleted = removal.AutoDeleted }
            : removal.ForDurableOnly(virtualHost);
        if (command is not null)
        {
            return Decision.Commit(command, removal.Claim);
        }

        topology.Remove(binding);
        return Decision.Done;
    }
}
