using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Clients;
using AmqpBroker.Management.Resources;
using AmqpBroker.Management.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Nodes;

/// <summary>The broker at a glance, as far as the caller may see it. Used by one request.</summary>
internal sealed class OverviewJson(ApiRequest request)
{
    private readonly StatQuery _query = StatQuery.Read(request);
    private readonly BrokerIdentity _identity = request.Services.GetRequiredService<BrokerIdentity>();

    /// <summary>Writes the overview.</summary>
    public void Write(Utf8JsonWriter writer, Broker broker)
    {
        writer.WriteStartObject();
        WriteProduct(writer);
        writer.WriteBoolean("disable_stats", _query.IsWithoutStats);
        var withTotals = request.IsSet("enable_queue_totals");
        writer.WriteBoolean("enable_queue_totals", withTotals);
        if (!_query.IsWithoutStats)
        {
            WriteStatistics(writer, broker);
        }
        else if (withTotals)
        {
            WriteQueueTotals(writer, HistoriesOf(broker));
        }

        WriteObjectTotals(writer, broker);
        writer.WriteNumber("statistics_db_event_queue", 0);
        if (request.Caller.IsMonitor)
        {
            var listeners = NodeMembers.ListenersOf(request.Services);
            writer.WriteString("node", _identity.NodeName);
            NodeMembers.WriteListeners(writer, _identity, listeners);
            NodeMembers.WriteContexts(writer, _identity, listeners);
        }

        writer.WriteEndObject();
    }

    private void WriteProduct(Utf8JsonWriter writer)
    {
        writer.WriteString("management_version", _identity.RabbitMqVersion);
        writer.WriteString("rates_mode", NodeMembers.RatesMode);
        writer.WriteStartObject("sample_retention_policies");
        WriteAges(writer, "global", [600, 3600, 28_800, 86_400]);
        WriteAges(writer, "basic", [600, 3600]);
        WriteAges(writer, "detailed", [600]);
        writer.WriteEndObject();
        NodeMembers.WriteExchangeTypes(writer);
        writer.WriteString("product_version", _identity.ProductVersion);
        writer.WriteString("product_name", _identity.Product);
        writer.WriteString("rabbitmq_version", _identity.RabbitMqVersion);
        writer.WriteString("cluster_name", GlobalParameters.ClusterNameOf(request.Broker, _identity));

        // Tools show it as the version of what the broker runs on.
        writer.WriteString("erlang_version", Environment.Version.ToString());
        writer.WriteString("erlang_full_version", System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription);
        writer.WriteString("release_series_support_status", "supported");
    }

    private static void WriteAges(Utf8JsonWriter writer, string name, ReadOnlySpan<int> ages)
    {
        writer.WriteStartArray(name);
        foreach (var age in ages)
        {
            writer.WriteNumberValue(age);
        }

        writer.WriteEndArray();
    }

    private void WriteStatistics(Utf8JsonWriter writer, Broker broker)
    {
        var histories = HistoriesOf(broker);
        VirtualHostStatistics.WriteMessageStats(writer, histories, _query);
        var churn = broker.Statistics.Churn;
        var rates = new StatWriter([broker.Statistics.Node], _query.MessageRates, _query.Now);
        long[] counts =
        [
            churn.ChannelsClosed, churn.ChannelsOpened, churn.ConnectionsClosed, churn.ConnectionsOpened,
            churn.QueuesCreated, churn.QueuesDeclared, churn.QueuesDeleted,
        ];
        writer.WriteStartObject("churn_rates");
        for (var i = 0; i < counts.Length; i++)
        {
            rates.Write(writer, NamedStats.Churn[i], counts[i]);
        }

        writer.WriteEndObject();
        WriteQueueTotals(writer, histories);
    }

    private void WriteQueueTotals(Utf8JsonWriter writer, ReadOnlySpan<StatHistory> histories)
    {
        writer.WriteStartObject("queue_totals");
        new StatWriter(histories, _query.Lengths, _query.Now).Write(writer, NamedStats.Lengths);
        writer.WriteEndObject();
    }

    private void WriteObjectTotals(Utf8JsonWriter writer, Broker broker)
    {
        var hosts = request.VisibleVirtualHosts().ToList();
        var connections = VisibleClients.Connections(request).ToList();
        var channels = VisibleClients.ChannelsOf(connections).ToList();
        writer.WriteStartObject("object_totals");
        writer.WriteNumber("channels", channels.Count);
        writer.WriteNumber("connections", connections.Count);
        writer.WriteNumber("consumers", broker.Clients.List()
            .Where(connection => hosts.Exists(host => host.Name == connection.VirtualHost))
            .Sum(static connection => connection.ListChannels().Sum(static channel => channel.Figures.Consumers)));
        writer.WriteNumber("exchanges", hosts.Sum(static host => host.ListExchanges().Count));
        writer.WriteNumber("queues", hosts.Sum(static host => host.ListQueues().Count));
        writer.WriteEndObject();
    }

    private StatHistory[] HistoriesOf(Broker broker) => request.Caller.IsMonitor && request.OnlyVirtualHost.Length == 0
        ? [broker.Statistics.Totals.History]
        : [.. request.VisibleVirtualHosts().Select(static host => host.Totals.History)];
}
