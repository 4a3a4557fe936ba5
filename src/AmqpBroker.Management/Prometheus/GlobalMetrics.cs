using AmqpBroker.Core;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What has happened to messages in all of the broker, and how much of everything there is.</summary>
internal static class GlobalMetrics
{
    private const string Counter = "counter";
    private const string Gauge = "gauge";
    private const string Classic = "rabbit_classic_queue";
    private const string Quorum = "rabbit_quorum_queue";

    private static readonly byte[] Protocol = MetricsText.Labels(("protocol", "amqp091"));

    private static readonly (QueueType Type, byte[] Labels)[] Types =
    [
        (QueueType.Classic, MetricsText.Labels(("protocol", "amqp091"), ("queue_type", Classic))),
        (QueueType.Quorum, MetricsText.Labels(("protocol", "amqp091"), ("queue_type", Quorum))),
    ];

    private static readonly (string Name, string Help, Stat[] Stats)[] ByType =
    [
        ("acknowledged", "Total number of message acknowledgements received from consumers", [Stat.Ack]),
        ("delivered_consume_auto_ack", "Total number of messages delivered to consumers using basic.consume with automatic acknowledgment", [Stat.DeliverNoAck]),
        ("delivered_consume_manual_ack", "Total number of messages delivered to consumers using basic.consume with manual acknowledgment", [Stat.Deliver]),
        ("delivered_get_auto_ack", "Total number of messages delivered to consumers using basic.get with automatic acknowledgment", [Stat.GetNoAck]),
        ("delivered_get_manual_ack", "Total number of messages delivered to consumers using basic.get with manual acknowledgment", [Stat.Get]),
        ("delivered", "Total number of messages delivered to consumers", [Stat.Deliver, Stat.DeliverNoAck, Stat.Get, Stat.GetNoAck]),
        ("get_empty", "Total number of times basic.get operations fetched no message", [Stat.GetEmpty]),
        ("redelivered", "Total number of messages redelivered to consumers", [Stat.Redeliver]),
    ];

    private static readonly (string Name, string Help, DeathReason? Reason)[] Deaths =
    [
        ("confirmed", "Total number of messages dead-lettered and confirmed by target queues", null),
        ("delivery_limit", "Total number of messages dead-lettered due to delivery-limit exceeded", DeathReason.DeliveryLimit),
        ("expired", "Total number of messages dead-lettered due to message TTL exceeded", DeathReason.Expired),
        ("maxlen", "Total number of messages dead-lettered due to overflow drop-head or reject-publish-dlx", DeathReason.MaxLength),
        ("rejected", "Total number of messages dead-lettered due to basic.reject or basic.nack", DeathReason.Rejected),
    ];

    /// <summary>Writes all families, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker)
    {
        yield return text => WriteObjects(text, broker);
        yield return text => WriteReceived(text, broker);
        yield return text => WriteByType(text, broker.Statistics);
        yield return text => WriteDeaths(text, broker.Statistics.DeadLetters);
    }

    private static void WriteObjects(MetricsText text, Broker broker)
    {
        var channels = broker.Clients.List().SelectMany(static connection => connection.ListChannels()).ToList();
        var consumers = channels.Sum(static channel => channel.Figures.Consumers);
        Write("connections", "Connections currently open", broker.Clients.Count);
        Write("channels", "Channels currently open", channels.Count);
        Write("consumers", "Consumers currently connected", consumers);
        Write("queues", "Queues available", broker.VirtualHosts.Sum(static host => host.ListQueues().Count));
        Write("global_consumers", "Number of consumers", consumers, Protocol);
        Write("global_publishers", "Number of publishers", channels.Count(static channel => channel.Publishes.Totals.Published > 0), Protocol);

        void Write(string name, string help, double value, byte[]? labels = null)
        {
            text.Family("rabbitmq_" + name, Gauge, help);
            text.Sample(value, labels);
        }
    }

    private static void WriteReceived(MetricsText text, Broker broker)
    {
        var sums = broker.Statistics.Totals.History;
        var (published, returned, dropped) = (sums.Sum([Stat.Publish]), sums.Sum([Stat.ReturnUnroutable]), sums.Sum([Stat.DropUnroutable]));
        Write("confirmed", "Total number of messages confirmed to publishers", sums.Sum([Stat.Confirm]));
        Write("received_confirm", "Total number of messages received from publishers expecting confirmations", sums.Sum([Stat.PublishConfirmable]));
        Write("received", "Total number of messages received from publishers", published);
        Write("routed", "Total number of messages routed to queues or streams", published - returned - dropped);
        Write("unroutable_dropped", "Total number of messages published as non-mandatory into an exchange and dropped as unroutable", dropped);
        Write("unroutable_returned", "Total number of messages published as mandatory into an exchange and returned to the publisher as unroutable", returned);

        void Write(string name, string help, double value)
        {
            text.Family($"rabbitmq_global_messages_{name}_total", Counter, help);
            text.Sample(value, Protocol);
        }
    }

    private static void WriteByType(MetricsText text, BrokerStatistics statistics)
    {
        foreach (var (name, help, stats) in ByType)
        {
            text.Family($"rabbitmq_global_messages_{name}_total", Counter, help);
            foreach (var (type, labels) in Types)
            {
                text.Sample(stats.Sum(stat => statistics.SumOf(type, stat)), labels);
            }
        }
    }

    private static void WriteDeaths(MetricsText text, IReadOnlyDictionary<DeadLetterKey, long> counts)
    {
        foreach (var (name, help, reason) in Deaths)
        {
            text.Family($"rabbitmq_global_messages_dead_lettered_{name}_total", Counter, help);
            foreach (var type in reason is null ? [] : (QueueType[])[QueueType.Classic, QueueType.Quorum])
            {
                foreach (var strategy in (string[])["at_least_once", "at_most_once", "disabled"])
                {
                    text.Sample(
                        counts.GetValueOrDefault(new DeadLetterKey(type, strategy, reason!.Value)),
                        MetricsText.Labels(("queue_type", type == QueueType.Quorum ? Quorum : Classic), ("dead_letter_strategy", strategy)));
                }
            }
        }
    }
}
