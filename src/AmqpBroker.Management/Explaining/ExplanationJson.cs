using System.Text.Json;
using AmqpBroker.Core.Routing.Explaining;
using AmqpBroker.Management.Json;
using AmqpBroker.Management.Resources;

namespace AmqpBroker.Management.Explaining;

/// <summary>The way of a message as JSON.</summary>
internal static class ExplanationJson
{
    public static void Write(Utf8JsonWriter writer, RouteExplanation explanation)
    {
        writer.WriteStartObject();
        writer.WriteString("exchange", explanation.Exchange.Name);
        writer.WriteStartArray("routing_keys");
        foreach (var key in explanation.RoutingKeys)
        {
            writer.WriteStringValue(key);
        }

        writer.WriteEndArray();
        writer.WriteBoolean("routed", explanation is { Queues.Count: > 0, MayBePublishedTo: true });
        writer.WriteString("summary", Summarise(explanation));
        writer.WriteStartArray("queues");
        foreach (var reached in explanation.Queues)
        {
            Write(writer, reached);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("exchanges");
        foreach (var visit in explanation.Visits)
        {
            Write(writer, visit);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Summarise(RouteExplanation explanation)
    {
        if (!explanation.MayBePublishedTo)
        {
            return "the exchange is internal: clients may not publish to it, only other exchanges lead here";
        }

        return explanation.Queues.Count switch
        {
            0 => "no queue gets the message: it is returned when it is mandatory, and dropped when it is not",
            1 => "one queue gets the message",
            var count => $"{count} queues get the message",
        };
    }

    private static void Write(Utf8JsonWriter writer, ReachedQueue reached)
    {
        var queue = reached.Queue;
        writer.WriteStartObject();
        writer.WriteString("name", queue.Name);
        writer.WriteBoolean("certain", reached.IsCertain);
        writer.WriteString("policy", queue.Policy.User?.Name);
        writer.WriteString("operator_policy", queue.Policy.Operator?.Name);
        FieldJson.Write(writer, "effective_policy_definition", queue.Policy.Definition);
        writer.WriteStartArray("path");
        foreach (var hop in reached.Path)
        {
            Write(writer, hop);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, RouteVisit visit)
    {
        writer.WriteStartObject();
        writer.WriteString("name", visit.Exchange.Name);
        writer.WriteString("type", visit.Exchange.Declaration.Type.Name);
        writer.WriteNumber("bindings", visit.Bindings);
        writer.WriteString("outcome", Describe(visit));
        writer.WriteString("alternate_exchange", visit.AlternateExchange);
        writer.WriteString("alternate_policy", visit.AlternatePolicy);
        writer.WriteBoolean("picks_one", visit.PicksOne);
        writer.WriteBoolean("deduplicates", visit.IsDeduplicating);
        if (visit.Delay is { } delay)
        {
            writer.WriteNumber("delay", delay);
        }

        writer.WriteStartArray("matches");
        foreach (var hop in visit.Hops)
        {
            Write(writer, hop);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static string Describe(RouteVisit visit)
    {
        if (visit.Hops is [{ Kind: RouteHopKind.AlternateExchange }, ..])
        {
            return $"no binding matches, so it goes to the alternate exchange '{visit.AlternateExchange}'";
        }

        if (visit.Hops.Count > 0)
        {
            return visit.PicksOne ? "one of the bindings, by chance or by hash" : $"{visit.Hops.Count} of the ways from here match";
        }

        var end = visit switch
        {
            { Exchange.Name.Length: 0 } => "there is no queue of that name",
            { Bindings: 0 } => "nothing is bound from here",
            _ => $"none of its {visit.Bindings} bindings matches",
        };
        return visit switch
        {
            { AlternateExchange: null } => end,
            { HasAlternate: false } => $"{end}, and its alternate exchange '{visit.AlternateExchange}' does not exist",
            _ => end,
        };
    }

    private static void Write(Utf8JsonWriter writer, RouteHop hop)
    {
        writer.WriteStartObject();
        writer.WriteString("by", hop.Kind switch
        {
            RouteHopKind.Binding => "binding",
            RouteHopKind.DefaultExchange => "queue name",
            _ => "alternate exchange",
        });
        writer.WriteString("source", hop.Source.Name);
        writer.WriteString("destination", hop.Queue?.Name ?? hop.Exchange!.Name); // one of the two, always
        writer.WriteString("destination_type", hop.Queue is null ? "exchange" : "queue");
        if (hop.Binding is { } binding)
        {
            writer.WriteString("routing_key", binding.RoutingKey);
            FieldJson.Write(writer, "arguments", binding.Arguments);
            writer.WriteString("properties_key", PropertiesKey.Of(binding));
        }

        writer.WriteEndObject();
    }
}
