using System.Text.Json;
using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Statistics;

namespace AmqpBroker.Management.Clients;

/// <summary>Channels as JSON. Used by one request.</summary>
internal sealed class ChannelJson(BrokerIdentity identity, StatQuery query)
{
    private readonly ConsumerJson _consumers = new(identity);

    /// <summary>Rows of a list.</summary>
    public RowFormat<IClientChannel> Rows => new(
        (writer, channel) => Write(writer, channel, isWhole: false), static channel => channel.Name, Compare)
    {
        Text = static channel => $"{channel.Name}\n{channel.Connection.Details.UserProvidedName}\n{channel.Connection.User}",
    };

    /// <summary>Writes a channel with its consumers.</summary>
    public void WriteWhole(Utf8JsonWriter writer, IClientChannel channel) => Write(writer, channel, isWhole: true);

    private void Write(Utf8JsonWriter writer, IClientChannel channel, bool isWhole)
    {
        var (figures, connection) = (channel.Figures, channel.Connection);
        writer.WriteStartObject();
        writer.WriteNumber("acks_uncommitted", figures.AcksUncommitted);
        writer.WriteBoolean("confirm", figures.IsConfirming);
        WriteConnection(writer, connection);
        writer.WriteNumber("consumer_count", figures.Consumers);
        if (isWhole)
        {
            WriteConsumers(writer, channel);
        }

        ErlangFigures.WriteCollection(writer);
        writer.WriteNumber("global_prefetch_count", figures.GlobalPrefetch);
        QueueStatistics.WriteIdleSince(writer, channel.Statistics, query.Timeline);
        WriteMessageStats(writer, channel);
        writer.WriteNumber("messages_unacknowledged", figures.Unacked);
        writer.WriteNumber("messages_uncommitted", figures.Uncommitted);
        writer.WriteNumber("messages_unconfirmed", figures.Unconfirmed);
        writer.WriteString("name", channel.Name);
        writer.WriteString("node", identity.NodeName);
        writer.WriteNumber("number", channel.Number);
        writer.WriteNumber("pending_raft_commands", 0);
        writer.WriteNumber("prefetch_count", figures.Prefetch);
        ErlangFigures.WriteReductions(writer);
        writer.WriteString("state", figures.State.ToName());
        writer.WriteBoolean("transactional", figures.IsTransactional);
        writer.WriteString("user", connection.User);
        writer.WriteString("user_who_performed_action", connection.User);
        writer.WriteString("vhost", connection.VirtualHost);
        writer.WriteEndObject();
    }

    private static void WriteConnection(Utf8JsonWriter writer, IClientConnection connection)
    {
        var peer = connection.Details.Peer;
        writer.WriteStartObject("connection_details");
        writer.WriteString("name", connection.Name);
        writer.WriteString("peer_host", peer?.Address.ToString() ?? "unknown");
        writer.WriteNumber("peer_port", peer?.Port ?? 0);
        writer.WriteString("user_provided_name", connection.Details.UserProvidedName ?? "");
        writer.WriteEndObject();
    }

    private void WriteConsumers(Utf8JsonWriter writer, IClientChannel channel)
    {
        writer.WriteStartArray("consumer_details");
        foreach (var consumer in channel.ListConsumers())
        {
            _consumers.Write(writer, new ListedConsumer(channel, consumer));
        }

        writer.WriteEndArray();
        WriteNothing(writer, "deliveries");
        WriteNothing(writer, "publishes");
    }

    // Shown with rates_mode detailed alone, also by RabbitMQ.
    private static void WriteNothing(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray(name);
        writer.WriteEndArray();
    }

    private void WriteMessageStats(Utf8JsonWriter writer, IClientChannel channel)
    {
        var (counters, publishes) = (channel.Counters, channel.Publishes.Totals);
        var isPublisher = publishes.Published > 0;
        var isConsumer = counters with { Confirmed = 0, Confirmable = 0 } != default;
        if (!isPublisher && !isConsumer)
        {
            return;
        }

        Span<long> values = stackalloc long[StatSet.Channel.Count];
        counters.WriteTo(values, publishes);
        ReadOnlySpan<StatHistory> histories = channel.Statistics.History is { } history ? [history] : [];
        var stats = new StatWriter(histories, query.MessageRates, query.Now);
        writer.WriteStartObject("message_stats");
        foreach (var stat in isConsumer ? NamedStats.Delivering : [])
        {
            stats.Write(writer, stat, stat.Sum(StatSet.Channel, values));
        }

        foreach (var stat in isPublisher ? NamedStats.Publishing : [])
        {
            stats.Write(writer, stat, stat.Sum(StatSet.Channel, values));
        }

        writer.WriteEndObject();
    }

    private static int Compare(IClientChannel one, IClientChannel other)
    {
        var order = string.CompareOrdinal(one.Connection.VirtualHost, other.Connection.VirtualHost);
        order = order != 0 ? order : string.CompareOrdinal(one.Connection.Name, other.Connection.Name);
        return order != 0 ? order : one.Number.CompareTo(other.Number);
    }
}
