using AmqpBroker.Core.Exchanges;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Resources;

/// <summary>Bindings as JSON.</summary>
internal static class BindingJson
{
    /// <summary>A binding and the virtual host it is in.</summary>
    public static readonly RowFormat<(string VirtualHost, Binding Binding)> Rows = new(
        static (writer, row) =>
        {
            var binding = row.Binding;
            writer.WriteStartObject();
            writer.WriteString("source", binding.Source.Name);
            writer.WriteString("vhost", row.VirtualHost);
            writer.WriteString("destination", DestinationOf(binding));
            writer.WriteString("destination_type", binding.Queue is null ? "exchange" : "queue");
            writer.WriteString("routing_key", binding.RoutingKey);
            FieldJson.Write(writer, "arguments", binding.Arguments);
            writer.WriteString("properties_key", PropertiesKey.Of(binding));
            writer.WriteEndObject();
        },
        static row => DestinationOf(row.Binding),
        Compare);

    private static string DestinationOf(Binding binding) => binding.Queue?.Name ?? binding.Exchange!.Name; // one of the two, always

    private static int Compare((string VirtualHost, Binding Binding) one, (string VirtualHost, Binding Binding) other)
    {
        var order = string.CompareOrdinal(one.VirtualHost, other.VirtualHost);
        order = order != 0 ? order : string.CompareOrdinal(one.Binding.Source.Name, other.Binding.Source.Name);
        order = order != 0 ? order : string.CompareOrdinal(DestinationOf(one.Binding), DestinationOf(other.Binding));
        return order != 0 ? order : string.CompareOrdinal(one.Binding.RoutingKey, other.Binding.RoutingKey);
    }
}
