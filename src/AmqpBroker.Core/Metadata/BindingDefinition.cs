using AmqpBroker.Core.Exchanges;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Metadata;

/// <summary>A binding by the names of its ends, fit for comparing and storing.</summary>
/// <param name="Source">The exchange bound from.</param>
/// <param name="DestinationKind">What it leads to.</param>
/// <param name="Destination">The name of the queue or exchange it leads to.</param>
/// <param name="RoutingKey">The binding key.</param>
/// <param name="Arguments">The arguments, in order of name.</param>
public sealed record BindingDefinition(
    string Source, BindingDestination DestinationKind, string Destination, string RoutingKey, FieldTable Arguments)
{
    internal static BindingDefinition Of(Binding binding) => new(
        binding.Source.Name,
        binding.Queue is null ? BindingDestination.Exchange : BindingDestination.Queue,
        binding.Queue?.Name ?? binding.Exchange!.Name, // one of the two, always
        binding.RoutingKey,
        binding.Arguments);
}
