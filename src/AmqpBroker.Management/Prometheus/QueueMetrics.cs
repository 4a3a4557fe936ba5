using AmqpBroker.Core;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What queues hold and do.</summary>
internal static class QueueMetrics
{
    private const string Coarse = "queue_coarse_metrics";
    private const string Consumers = "queue_consumer_count";
    private const string Details = "queue_metrics";
    private const string Deliveries = "queue_delivery_metrics";
    private const string Counter = Metric<QueueFigures>.Counter;
    private const string Gauge = Metric<QueueFigures>.Gauge;

    private static readonly Metric<QueueFigures>[] All =
    [
        new(Coarse, "queue_messages_ready", Gauge, "Messages ready to be delivered to consumers", static queue => queue.Counts.Ready),
        new(Coarse, "queue_messages_unacked", Gauge, "Messages delivered to consumers but not yet acknowledged", static queue => queue.Counts.Unacked),
        new(Coarse, "queue_messages", Gauge, "Sum of ready and unacknowledged messages - total queue depth", static queue => queue.Counts.Ready + queue.Counts.Unacked),
        new(Coarse, "queue_process_reductions_total", Counter, "Total number of queue process reductions", null),
        new(Consumers, "queue_consumers", Gauge, "Consumers on a queue", static queue => queue.Counts.Consumers),
        new(Details, "queue_consumer_capacity", Gauge, "Consumer capacity", null),
        new(Details, "queue_consumer_utilisation", Gauge, "Same as consumer capacity", null),
        new(Details, "queue_process_memory_bytes", Gauge, "Memory in bytes used by the messages of the queue", static queue => queue.BytesInMemory),
        new(Details, "queue_messages_ram", Gauge, "Ready and unacknowledged messages stored in memory", null),
        new(Details, "queue_messages_ram_bytes", Gauge, "Size of ready and unacknowledged messages stored in memory", null),
        new(Details, "queue_messages_ready_ram", Gauge, "Ready messages stored in memory", null),
        new(Details, "queue_messages_unacked_ram", Gauge, "Unacknowledged messages stored in memory", null),
        new(Details, "queue_messages_persistent", Gauge, "Persistent messages", null),
        new(Details, "queue_messages_persistent_bytes", Gauge, "Size in bytes of persistent messages", null),
        new(Details, "queue_messages_bytes", Gauge, "Size in bytes of ready and unacknowledged messages", static queue => queue.ReadyBytes + queue.UnackedBytes),
        new(Details, "queue_messages_ready_bytes", Gauge, "Size in bytes of ready messages", static queue => queue.ReadyBytes),
        new(Details, "queue_messages_unacked_bytes", Gauge, "Size in bytes of all unacknowledged messages", static queue => queue.UnackedBytes),
        new(Details, "queue_messages_paged_out", Gauge, "Messages paged out to disk", null),
        new(Details, "queue_messages_paged_out_bytes", Gauge, "Size in bytes of messages paged out to disk", null),
        new(Details, "queue_head_message_timestamp", Gauge, "Timestamp of the first message in the queue, if any", null),
        new(Details, "queue_disk_reads_total", Counter, "Total number of times queue read messages from disk", null),
        new(Details, "queue_disk_writes_total", Counter, "Total number of times queue wrote messages to disk", null),
        new("channel_queue_exchange_metrics", "queue_messages_published_total", Counter, "Total number of messages published to queues", static queue => queue.Counters.Published),
        new(Deliveries, "queue_get_ack_total", Counter, "Total number of messages fetched from a queue with basic.get in manual acknowledgement mode", static queue => queue.Counters.Got),
        new(Deliveries, "queue_get_total", Counter, "Total number of messages fetched from a queue with basic.get in automatic acknowledgement mode", static queue => queue.Counters.GotNoAck),
        new(Deliveries, "queue_messages_delivered_ack_total", Counter, "Total number of messages delivered from a queue to consumers in manual acknowledgement mode", static queue => queue.Counters.Delivered),
        new(Deliveries, "queue_messages_delivered_total", Counter, "Total number of messages delivered from a queue to consumers in automatic acknowledgement mode", static queue => queue.Counters.DeliveredNoAck),
        new(Deliveries, "queue_messages_redelivered_total", Counter, "Total number of messages redelivered from a queue to consumers", static queue => queue.Counters.Redelivered),
        new(Deliveries, "queue_messages_acked_total", Counter, "Total number of messages acknowledged by consumers on a queue", static queue => queue.Counters.Acknowledged),
        new(Deliveries, "queue_get_empty_total", Counter, "Total number of times basic.get operations fetched no message on a queue", static queue => queue.Counters.GetEmpty),
    ];

    /// <summary>Writes all families wanted, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker, MetricsScope scope)
    {
        var wanted = All.Where(metric => scope.Wants(metric.Group) || (metric.Group == Consumers && scope.Wants(Details))).ToList();
        if (wanted.Count == 0)
        {
            yield break;
        }

        List<(QueueFigures, byte[])> queues =
        [
            .. broker.VirtualHosts.SelectMany(static host => host.ListQueues()).Where(scope.Wants).Select(queue =>
                (queue.Figures, scope.IsPerObject ? MetricsText.Labels(("vhost", queue.VirtualHost), ("queue", queue.Name)) : [])),
        ];
        foreach (var metric in wanted)
        {
            yield return text => metric.Write(text, scope, queues);
        }
    }
}
