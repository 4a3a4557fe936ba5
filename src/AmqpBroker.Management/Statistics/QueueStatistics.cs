using System.Text.Json;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Management.Json;

namespace AmqpBroker.Management.Statistics;

/// <summary>What a queue's object tells of what has happened in it.</summary>
internal static class QueueStatistics
{
    /// <summary>The columns of figures and rates, to sort by without writing the row.</summary>
    public static IEnumerable<KeyValuePair<string, Func<Queue, SortKey>>> SortKeys()
    {
        foreach (var stat in NamedStats.Queue)
        {
            yield return new($"message_stats.{stat.Name}", queue => SortKey.Of(Sum(queue.Figures, stat)));
            yield return new($"message_stats.{stat.Details}.rate", queue => SortKey.Of(RateOf(queue, stat)));
        }

        foreach (var stat in NamedStats.Lengths)
        {
            yield return new($"{stat.Details}.rate", queue => SortKey.Of(RateOf(queue, stat)));
        }

        yield return new("message_bytes", static queue => queue.Figures is var figures ? SortKey.Of(figures.ReadyBytes + figures.UnackedBytes) : default);
    }

    private static double RateOf(Queue queue, NamedStat stat) => queue.Statistics.History?.Rate(stat.Stats) ?? 0;

    /// <summary>Writes <c>messages_details</c> and the like, <c>message_stats</c> and the bytes of messages; the counts themselves are not written.</summary>
    public static void Write(Utf8JsonWriter writer, Queue queue, in QueueFigures figures, StatQuery query)
    {
        var history = queue.Statistics.History;
        ReadOnlySpan<StatHistory> histories = history is null ? [] : [history];
        var lengths = new StatWriter(histories, query.Lengths, query.Now);
        foreach (var stat in NamedStats.Lengths)
        {
            lengths.WriteDetails(writer, stat);
        }

        writer.WriteNumber("message_bytes", figures.ReadyBytes + figures.UnackedBytes);
        writer.WriteNumber("message_bytes_unacknowledged", figures.UnackedBytes);
        WriteIdleSince(writer, queue.Statistics, query.Timeline);
        WriteMessageStats(writer, in figures, histories, query);
    }

    private static void WriteMessageStats(Utf8JsonWriter writer, in QueueFigures figures, ReadOnlySpan<StatHistory> histories, StatQuery query)
    {
        if (figures.Counters == default)
        {
            // As on RabbitMQ, one that was never used has none.
            return;
        }

        var stats = new StatWriter(histories, query.MessageRates, query.Now);
        writer.WriteStartObject("message_stats");
        foreach (var stat in NamedStats.Queue)
        {
            stats.Write(writer, stat, Sum(in figures, stat));
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes since when nothing has happened; nothing while something does.</summary>
    public static void WriteIdleSince(Utf8JsonWriter writer, StatHolder holder, StatTimeline timeline)
    {
        if (timeline.IdleSince(holder) is { } since)
        {
            writer.WriteString("idle_since", since.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static long Sum(in QueueFigures figures, NamedStat stat)
    {
        Span<long> values = stackalloc long[StatSet.Queue.Count];
        figures.WriteTo(values);
        return stat.Sum(StatSet.Queue, values);
    }
}
