using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.DeadLetters;

/// <summary>The headers that tell of a message's deaths: x-death, the latest first, and x-first-death-*, which never change.</summary>
internal static class DeathHeaders
{
    public const string Deaths = "x-death";

    private const string Queue = "queue";
    private const string Reason = "reason";
    private const string Count = "count";

    /// <summary>Records a death.</summary>
    /// <param name="properties">The message's properties.</param>
    /// <param name="queue">Where it died.</param>
    /// <param name="reason">Of what.</param>
    /// <param name="exchange">Where it had been published.</param>
    /// <param name="routingKeys">Its routing key, then those of its CC header.</param>
    /// <param name="now">When.</param>
    /// <param name="removesKeys">Whether the CC header goes, since another routing key takes its place.</param>
    public static BasicProperties Record(
        BasicProperties properties, string queue, string reason, string exchange, IReadOnlyList<string> routingKeys, DateTimeOffset now, bool removesKeys)
    {
        var headers = properties.Headers ?? FieldTable.Empty;
        var deaths = Read(headers);
        var known = deaths.FindIndex(death => IsText(death, Queue, queue) && IsText(death, Reason, reason));
        FieldTable latest;
        if (known >= 0)
        {
            latest = CountAgain(deaths[known]);
            deaths.RemoveAt(known);
        }
        else
        {
            latest = First(properties, queue, reason, exchange, routingKeys, now);
        }

        deaths.Insert(0, latest);
        var builder = headers.ToBuilder();
        if (removesKeys)
        {
            builder.Remove(CarbonCopies.Visible);
        }

        builder.Set(Deaths, FieldValue.From([.. deaths.Select(FieldValue.From)]));
        AddFirst(builder, headers, queue, reason, exchange);
        return properties with { Headers = builder.Build(), Expiration = null };
    }

    /// <summary>Whether a message would go round in a circle without anyone's doing: it died in that queue before, and nobody rejected it since.</summary>
    public static bool IsCycle(BasicProperties properties, string targetQueue)
    {
        foreach (var death in Read(properties.Headers ?? FieldTable.Empty))
        {
            if (IsText(death, Reason, DeathReason.Rejected.ToName()))
            {
                return false;
            }

            if (IsText(death, Queue, targetQueue))
            {
                return true;
            }
        }

        return false;
    }

    private static FieldTable First(
        BasicProperties properties, string queue, string reason, string exchange, IReadOnlyList<string> routingKeys, DateTimeOffset now)
    {
        var builder = new FieldTableBuilder()
            .Add(Count, 1L)
            .Add(Reason, reason)
            .Add(Queue, queue)
            .Add("time", FieldValue.FromTimestamp((ulong)now.ToUnixTimeSeconds()))
            .Add("exchange", exchange)
            .Add("routing-keys", FieldValue.From([.. routingKeys.Select(FieldValue.From)]));
        if (properties.Expiration is { } expiration)
        {
            builder.Add("original-expiration", expiration);
        }

        return builder.Build();
    }

    private static FieldTable CountAgain(FieldTable death)
    {
        var count = death.TryGet(Count, out var value) && value.TryGetInteger(out var known) ? known : 0;
        return death.ToBuilder().Set(Count, FieldValue.From(count + 1)).Build();
    }

    private static void AddFirst(FieldTableBuilder builder, FieldTable headers, string queue, string reason, string exchange)
    {
        if (!headers.TryGet("x-first-death-reason", out _))
        {
            builder.Set("x-first-death-exchange", FieldValue.From(exchange));
            builder.Set("x-first-death-queue", FieldValue.From(queue));
            builder.Set("x-first-death-reason", FieldValue.From(reason));
        }
    }

    // What a client sent under that name counts as real, as on RabbitMQ 3.10: whoever retries by publishing again keeps counting.
    private static List<FieldTable> Read(FieldTable headers) =>
        headers.TryGet(Deaths, out var value) && value.AsArray() is { } items
            ? [.. items.Select(item => item.AsTable()).OfType<FieldTable>()]
            : [];

    private static bool IsText(FieldTable death, string name, string expected) =>
        death.TryGet(name, out var value) && value.TryGetString(out var text) && text == expected;
}
