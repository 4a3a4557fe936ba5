using AmqpBroker.Core.Policies;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Limits;

/// <summary>The limits of one virtual host or user. Published: never changes.</summary>
/// <param name="Values">Each limit by its name; a negative one is none, 0 allows nothing.</param>
internal sealed record LimitSet(FieldTable Values)
{
    public static LimitSet None { get; } = new(FieldTable.Empty);

    /// <summary>A limit; null for none.</summary>
    public int? this[string name] =>
        Values.TryGet(name, out var value) && value.TryGetInteger(out var limit) && limit is >= 0 and < int.MaxValue ? (int)limit : null;

    /// <summary>Judges limits as someone wants them.</summary>
    /// <param name="wanted">The limits.</param>
    /// <param name="known">Those that there are.</param>
    /// <param name="where">What RabbitMQ calls the place where they are.</param>
    public static LimitOutcome Validate(FieldTable wanted, IReadOnlyList<string> known, string where)
    {
        var flaws = new List<string>();
        foreach (var name in known)
        {
            if (wanted.TryGet(name, out var value) && !value.TryGetInteger(out _))
            {
                flaws.Add($"{name} should be a number, actually was {PolicyTerm.Of(value)}");
            }
        }

        var unknown = wanted.Where(entry => !known.Contains(entry.Name, StringComparer.Ordinal)).ToArray();
        if (unknown.Length > 0)
        {
            flaws.Add($"Unrecognised terms {PolicyTerm.OfPairs(unknown)} in {where}");
        }

        return flaws.Count == 0 ? LimitOutcome.Done : new LimitOutcome(flaws);
    }

    /// <summary>With some limits in the place of those of their names.</summary>
    public FieldTable With(FieldTable changed)
    {
        var values = Values.ToBuilder();
        foreach (var (name, value) in changed)
        {
            values.Set(name, value);
        }

        return values.Build();
    }

    /// <summary>Without one of the limits.</summary>
    public FieldTable Without(string name) => Values.ToBuilder().Remove(name).Build();
}
