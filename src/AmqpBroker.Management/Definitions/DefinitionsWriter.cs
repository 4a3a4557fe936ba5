using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Parameters;
using AmqpBroker.Core.Policies;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Definitions;

/// <summary>Writes all definitions, or those of a virtual host, as RabbitMQ exports them.</summary>
internal sealed class DefinitionsWriter(Broker broker, BrokerIdentity identity)
{
    /// <summary>Writes everything.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="global">The global parameters.</param>
    public void WriteAll(Utf8JsonWriter writer, IEnumerable<Parameter> global)
    {
        var hosts = broker.VirtualHosts;
        writer.WriteStartObject();
        writer.WriteString("rabbit_version", identity.RabbitMqVersion);
        writer.WriteString("rabbitmq_version", identity.RabbitMqVersion);
        writer.WriteString("product_name", identity.Product);
        writer.WriteString("product_version", identity.ProductVersion);
        AccessJson.WriteUsers(writer, broker);
        AccessJson.WriteVirtualHosts(writer, hosts);
        AccessJson.WritePermissions(writer, broker.Permissions);
        WriteList(writer, "parameters", hosts.SelectMany(host => ParameterKinds.List(broker, host)), ParameterEndpoints.Rows.Write);
        WriteList(writer, "global_parameters", global, GlobalParameterEndpoints.Rows.Write);
        WriteTopology(writer, hosts, withHost: true);
        writer.WriteEndObject();
    }

    /// <summary>Writes what is in one virtual host.</summary>
    public void WriteOne(Utf8JsonWriter writer, VirtualHost host)
    {
        writer.WriteStartObject();
        writer.WriteString("rabbit_version", identity.RabbitMqVersion);
        WriteList(writer, "parameters", ParameterKinds.List(broker, host), ParameterEndpoints.Rows.Write);
        WriteTopology(writer, [host], withHost: false);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void WriteTopology(Utf8JsonWriter writer, IReadOnlyList<VirtualHost> hosts, bool withHost)
    {
        WriteList(writer, "policies", hosts.SelectMany(static host => host.Policies.List(PolicyKind.User).Select(policy => (host.Name, policy))), PolicyJson.Rows.Write);
        writer.WriteStartArray("queues");
        foreach (var host in hosts)
        {
            WriteQueues(writer, host, withHost);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("exchanges");
        foreach (var host in hosts)
        {
            WriteExchanges(writer, host, withHost);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("bindings");
        foreach (var host in hosts)
        {
            WriteBindings(writer, host, withHost);
        }

        writer.WriteEndArray();
    }

    private static void WriteQueues(Utf8JsonWriter writer, VirtualHost host, bool withHost)
    {
        var queues = host.ListQueues().Select(static queue => queue.Declaration).Where(static queue => !queue.IsExclusive);
        foreach (var queue in queues.OrderBy(static queue => queue.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", queue.Name);
            WriteHost(writer, host, withHost);
            writer.WriteBoolean("durable", queue.IsDurable);
            writer.WriteBoolean("auto_delete", queue.IsAutoDelete);
            FieldJson.Write(writer, "arguments", queue.Arguments);
            writer.WriteEndObject();
        }
    }

    private static void WriteExchanges(Utf8JsonWriter writer, VirtualHost host, bool withHost)
    {
        var exchanges = host.ListExchanges().Select(static exchange => exchange.Declaration).Where(IsExported);
        foreach (var exchange in exchanges.OrderBy(static exchange => exchange.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject();
            writer.WriteString("name", exchange.Name);
            WriteHost(writer, host, withHost);
            writer.WriteString("type", exchange.Type.Name);
            writer.WriteBoolean("durable", exchange.IsDurable);
            writer.WriteBoolean("auto_delete", exchange.IsAutoDelete);
            writer.WriteBoolean("internal", exchange.IsInternal);
            FieldJson.Write(writer, "arguments", exchange.Arguments);
            writer.WriteEndObject();
        }
    }

    private static void WriteBindings(Utf8JsonWriter writer, VirtualHost host, bool withHost)
    {
        var bindings = host.Listing.Bindings()
            .Where(static binding => binding.Source.Name.Length > 0 && binding.Queue is not { Declaration.IsExclusive: true })
            .Select(binding => (host.Name, binding))
            .ToArray();
        Array.Sort(bindings, BindingJson.Rows.Order);
        foreach (var (_, binding) in bindings)
        {
            writer.WriteStartObject();
            writer.WriteString("source", binding.Source.Name);
            WriteHost(writer, host, withHost);
            writer.WriteString("destination", binding.Queue?.Name ?? binding.Exchange!.Name); // one of the two, always
            writer.WriteString("destination_type", binding.Queue is null ? "exchange" : "queue");
            writer.WriteString("routing_key", binding.RoutingKey);
            FieldJson.Write(writer, "arguments", binding.Arguments);
            writer.WriteEndObject();
        }
    }

    private static bool IsExported(ExchangeDeclaration exchange) => exchange.Name.Length > 0 && !ServerNames.IsReserved(exchange.Name);

    private static void WriteHost(Utf8JsonWriter writer, VirtualHost host, bool withHost)
    {
        if (withHost)
        {
            writer.WriteString("vhost", host.Name);
        }
    }
}
