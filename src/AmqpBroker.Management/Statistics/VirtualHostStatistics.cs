using System.Text.Json;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Management.Statistics;

/// <summary>What a virtual host's object tells of what has happened in it.</summary>
internal static class VirtualHostStatistics
{
    /// <summary>Writes how the number of messages changes, the octets of its connections, and <c>message_stats</c>; the number itself is not written.</summary>
    public static void Write(Utf8JsonWriter writer, VirtualHost host, StatQuery query)
    {
        ReadOnlySpan<StatHistory> histories = [host.Totals.History];
        new StatWriter(histories, query.DataRates, query.Now).Write(writer, NamedStats.Octets);
        var lengths = new StatWriter(histories, query.Lengths, query.Now);
        foreach (var stat in NamedStats.Lengths)
        {
            lengths.WriteDetails(writer, stat);
        }

        WriteMessageStats(writer, histories, query);
    }

    /// <summary>Writes <c>message_stats</c> of virtual hosts together; an empty object before there is anything to tell.</summary>
    public static void WriteMessageStats(Utf8JsonWriter writer, ReadOnlySpan<StatHistory> histories, StatQuery query)
    {
        writer.WriteStartObject("message_stats");
        var used = 0L;
        foreach (var history in histories)
        {
            foreach (var stat in NamedStats.Totals)
            {
                used += history.Sum(stat.Stats);
            }
        }

        if (used > 0)
        {
            new StatWriter(histories, query.MessageRates, query.Now).Write(writer, NamedStats.Totals);
        }

        writer.WriteEndObject();
    }
}
