using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.Policies;

/// <summary>Judges the settings of a policy.</summary>
internal static class PolicyDefinition
{
    /// <summary>Says what is wrong with the settings, in RabbitMQ's words; null when nothing is.</summary>
    public static string? Validate(PolicyKind kind, FieldTable definition)
    {
        if (definition.Count == 0)
        {
            return "no policy provided";
        }

        // The locator has a check of its own in RabbitMQ, which comes after the others.
        var ordered = definition.OrderBy(static entry => entry.Name == PolicyKeys.QueueMasterLocator).ThenBy(static entry => entry.Name, StringComparer.Ordinal).ToArray();
        foreach (var (name, value) in ordered)
        {
            if (FindKey(kind, name) is { } key && !key.IsValid(value))
            {
                return $"{PolicyTerm.Of(value)} {key.Flaw}";
            }
        }

        var unknown = ordered.Where(entry => FindKey(kind, entry.Name) is null && !IsMirroring(kind, entry.Name)).ToArray();
        return (kind == PolicyKind.User ? MirroringKeys.Validate(definition) : null)
            ?? (unknown.Length > 0 ? $"{PolicyTerm.OfPairs(unknown)} are not recognised policy settings" : null);
    }

    /// <summary>What holds when both kinds of policies say something.</summary>
    public static FieldTable Merge(FieldTable ofUser, FieldTable ofOperator)
    {
        var merged = ofUser.ToBuilder();
        foreach (var (name, value) in ofOperator)
        {
            if (!ofUser.TryGet(name, out var other) || PolicyKeys.Find(name)?.Merge != PolicyMerge.Lower || IsLower(value, other))
            {
                merged.Set(name, value);
            }
        }

        return merged.Build();
    }

    private static bool IsLower(FieldValue value, FieldValue other) =>
        value.TryGetInteger(out var number) && other.TryGetInteger(out var otherNumber) && number < otherNumber;

    private static PolicyKey? FindKey(PolicyKind kind, string name) =>
        PolicyKeys.Find(name) is { } key && (kind == PolicyKind.User || key.Merge != PolicyMerge.UsersOnly) ? key : null;

    private static bool IsMirroring(PolicyKind kind, string name) => kind == PolicyKind.User && MirroringKeys.IsKnown(name);
}
