using System.Text.Json;
using AmqpBroker.Core.Exchanges;

namespace AmqpBroker.Management.Statistics;

/// <summary>What an exchange's object tells of what has been published to it.</summary>
internal static class ExchangeStatistics
{
    /// <summary>Writes <c>message_stats</c>, if there is anything to tell.</summary>
    public static void Write(Utf8JsonWriter writer, Exchange exchange, StatQuery query)
    {
        if (exchange.Statistics.History is { } history)
        {
            writer.WriteStartObject("message_stats");
            new StatWriter([history], query.MessageRates, query.Now).Write(writer, NamedStats.Exchange);
            writer.WriteEndObject();
        }
    }
}
