using AmqpBroker.Core;
using AmqpBroker.Core.Clients;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What connections receive and send.</summary>
internal static class ConnectionMetrics
{
    private const string Coarse = "connection_coarse_metrics";
    private const string Details = "connection_metrics";
    private const string Counter = Metric<ConnectionFigures>.Counter;
    private const string Gauge = Metric<ConnectionFigures>.Gauge;

    private static readonly Metric<ConnectionFigures>[] All =
    [
        new(Coarse, "connection_incoming_bytes_total", Counter, "Total number of bytes received on a connection", static connection => connection.OctetsReceived),
        new(Coarse, "connection_outgoing_bytes_total", Counter, "Total number of bytes sent on a connection", static connection => connection.OctetsSent),
        new(Coarse, "connection_process_reductions_total", Counter, "Total number of connection process reductions", null),
        new(Details, "connection_incoming_packets_total", Counter, "Total number of packets received on a connection", static connection => connection.PacketsReceived),
        new(Details, "connection_outgoing_packets_total", Counter, "Total number of packets sent on a connection", static connection => connection.PacketsSent),
        new(Details, "connection_pending_packets", Gauge, "Number of packets waiting to be sent on a connection", static connection => connection.PacketsPending),
        new(Details, "connection_channels", Gauge, "Channels on a connection", static connection => connection.Channels),
    ];

    /// <summary>Writes all families wanted, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker, MetricsScope scope)
    {
        if (!scope.Wants(Coarse, Details))
        {
            yield break;
        }

        List<(ConnectionFigures, byte[])> connections =
        [
            .. broker.Clients.List().Where(connection => scope.WantsHost(connection.VirtualHost)).Select(connection =>
                (connection.Figures, scope.IsPerObject ? MetricsText.Labels(("channel", connection.Name)) : [])),
        ];
        foreach (var metric in All.Where(metric => scope.Wants(metric.Group)))
        {
            yield return text => metric.Write(text, scope, connections);
        }
    }
}
