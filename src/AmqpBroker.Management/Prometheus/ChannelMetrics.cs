using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Management.Prometheus;

/// <summary>What channels hold and do.</summary>
internal static class ChannelMetrics
{
    private const string Figures = "channel_metrics";
    private const string Publishes = "channel_exchange_metrics";
    private const string Deliveries = "channel_queue_metrics";
    private const string Counter = Metric<IClientChannel>.Counter;
    private const string Gauge = Metric<IClientChannel>.Gauge;

    private static readonly Metric<IClientChannel>[] All =
    [
        new(Figures, "channel_consumers", Gauge, "Consumers on a channel", static channel => channel.Figures.Consumers),
        new(Figures, "channel_messages_unacked", Gauge, "Delivered but not yet acknowledged messages", static channel => channel.Figures.Unacked),
        new(Figures, "channel_messages_unconfirmed", Gauge, "Published but not yet confirmed messages", static channel => channel.Figures.Unconfirmed),
        new(Figures, "channel_messages_uncommitted", Gauge, "Messages received in a transaction but not yet committed", static channel => channel.Figures.Uncommitted),
        new(Figures, "channel_acks_uncommitted", Gauge, "Message acknowledgements in a transaction not yet committed", static channel => channel.Figures.AcksUncommitted),
        new(Figures, "consumer_prefetch", Gauge, "Limit of unacknowledged messages for each consumer", static channel => channel.Figures.Prefetch),
        new(Figures, "channel_prefetch", Gauge, "Total limit of unacknowledged messages for all consumers on a channel", static channel => channel.Figures.GlobalPrefetch),
        new("channel_process_metrics", "channel_process_reductions_total", Counter, "Total number of channel process reductions", null),
        new(Deliveries, "channel_get_ack_total", Counter, "Total number of messages fetched with basic.get in manual acknowledgement mode", static channel => channel.Counters.Got),
        new(Deliveries, "channel_get_total", Counter, "Total number of messages fetched with basic.get in automatic acknowledgement mode", static channel => channel.Counters.GotNoAck),
        new(Deliveries, "channel_messages_delivered_ack_total", Counter, "Total number of messages delivered to consumers in manual acknowledgement mode", static channel => channel.Counters.Delivered),
        new(Deliveries, "channel_messages_delivered_total", Counter, "Total number of messages delivered to consumers in automatic acknowledgement mode", static channel => channel.Counters.DeliveredNoAck),
        new(Deliveries, "channel_messages_redelivered_total", Counter, "Total number of messages redelivered to consumers", static channel => channel.Counters.Redelivered),
        new(Deliveries, "channel_messages_acked_total", Counter, "Total number of messages acknowledged by consumers", static channel => channel.Counters.Acknowledged),
        new(Deliveries, "channel_get_empty_total", Counter, "Total number of times basic.get operations fetched no message", static channel => channel.Counters.GetEmpty),
    ];

    private static readonly Metric<PublishCounter>[] ByExchange =
    [
        new(Publishes, "channel_messages_published_total", Counter, "Total number of messages published into an exchange on a channel", static counter => counter.Published),
        new(Publishes, "channel_messages_unroutable_returned_total", Counter, "Total number of messages published as mandatory into an exchange and returned to the publisher as unroutable", static counter => counter.Returned),
        new(Publishes, "channel_messages_unroutable_dropped_total", Counter, "Total number of messages published as non-mandatory into an exchange and dropped as unroutable", static counter => counter.Dropped),
    ];

    private static readonly Metric<IClientChannel> Confirmed = new(
        Publishes, "channel_messages_confirmed_total", Counter, "Total number of messages published into an exchange and confirmed on the channel", static channel => channel.Counters.Confirmed);

    /// <summary>Writes all families wanted, one after the other.</summary>
    public static IEnumerable<Action<MetricsText>> Write(Broker broker, MetricsScope scope)
    {
        var channels = broker.Clients.List()
            .Where(connection => scope.WantsHost(connection.VirtualHost))
            .SelectMany(static connection => connection.ListChannels())
            .ToList();
        List<(IClientChannel, byte[])> labelled =
            [.. channels.Select(channel => (channel, scope.IsPerObject ? MetricsText.Labels(("channel", channel.Name)) : []))];
        foreach (var metric in All.Append(Confirmed).Where(metric => scope.Wants(metric.Group)))
        {
            yield return text => metric.Write(text, scope, labelled);
        }

        if (scope.Wants(Publishes))
        {
            var publishes = channels.SelectMany(channel => channel.Publishes.All.Select(counter => (counter, LabelsOf(channel, counter, scope)))).ToList();
            foreach (var metric in ByExchange)
            {
                yield return text => metric.Write(text, scope, publishes);
            }
        }
    }

    private static byte[] LabelsOf(IClientChannel channel, PublishCounter counter, MetricsScope scope) => scope.IsPerObject
        ? MetricsText.Labels(("channel", channel.Name), ("vhost", counter.VirtualHost.Name), ("exchange", counter.Exchange.Name))
        : [];
}
