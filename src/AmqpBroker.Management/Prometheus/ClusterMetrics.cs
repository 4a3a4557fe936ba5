using AmqpBroker.Core;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Prometheus;

/// <summary>Who the broker is; and, when they are asked for, its virtual hosts and exchanges.</summary>
internal static class ClusterMetrics
{
    /// <summary>Writes all families wanted, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker, BrokerIdentity identity, MetricsScope scope, string endpoint, string clusterId)
    {
        yield return text =>
        {
            text.Family("rabbitmq_build_info", "untyped", "RabbitMQ & Erlang/OTP version info");
            text.Sample(1, MetricsText.Labels(
                ("rabbitmq_version", identity.RabbitMqVersion),
                ("prometheus_plugin_version", identity.ProductVersion),
                ("prometheus_client_version", identity.ProductVersion),
                ("erlang_version", Environment.Version.ToString()),
                ("product_name", identity.Product),
                ("product_version", identity.ProductVersion)));
            text.Family("rabbitmq_identity_info", "untyped", "RabbitMQ node & cluster identity info");
            text.Sample(1, MetricsText.Labels(
                ("rabbitmq_node", identity.NodeName),
                ("rabbitmq_cluster", GlobalParameters.ClusterNameOf(broker, identity)),
                ("rabbitmq_cluster_permanent_id", clusterId),
                ("rabbitmq_endpoint", endpoint)));
        };
        if (!scope.IsDetailed)
        {
            yield break;
        }

        if (scope.Wants("vhost_status"))
        {
            yield return text =>
            {
                text.Family("rabbitmq_cluster_vhost_status", "gauge", "Whether a given vhost is running");
                foreach (var host in broker.VirtualHosts.Where(scope.Wants))
                {
                    text.Sample(1, MetricsText.Labels(("vhost", host.Name)));
                }
            };
        }

        if (scope.Wants("exchange_bindings"))
        {
            yield return text => WriteExchanges(text, "exchange_bindings", "Number of bindings for an exchange", static exchange => exchange.BindingCount);
        }

        if (scope.Wants("exchange_names"))
        {
            yield return text => WriteExchanges(text, "exchange_name", "Enumerates exchanges without any additional info", static _ => 1);
        }

        void WriteExchanges(MetricsText text, string name, string help, Func<Exchange, double> value)
        {
            text.Family("rabbitmq_cluster_" + name, "gauge", help);
            foreach (var host in broker.VirtualHosts.Where(scope.Wants))
            {
                foreach (var exchange in host.ListExchanges())
                {
                    text.Sample(value(exchange), MetricsText.Labels(
                        ("vhost", host.Name), ("exchange", exchange.Name), ("type", exchange.Declaration.Type.Name)));
                }
            }
        }
    }
}
