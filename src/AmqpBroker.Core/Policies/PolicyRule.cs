namespace AmqpBroker.Core.Policies;

/// <summary>A policy that is ready to be matched. Published: never changes.</summary>
internal sealed class PolicyRule
{
    private readonly PolicyPattern? _pattern;
    private readonly PolicySubjects _subjects;

    public PolicyRule(Policy policy)
    {
        Policy = policy;
        _subjects = policy.AppliesTo & ~PolicyKeys.NotFor(policy.Definition);

        // It was found valid once; should another version of the runtime think otherwise, it matches nothing.
        _ = PolicyPattern.TryParse(policy.Pattern, out _pattern, out _);
    }

    public Policy Policy { get; }

    /// <summary>Whether it could hold for an object.</summary>
    public bool Matches(string name, PolicySubjects subject) => (_subjects & subject) != PolicySubjects.None && _pattern?.IsMatch(name) == true;

    /// <summary>Whether it goes before another when both match.</summary>
    public bool Beats(PolicyRule? other) => other is null || Order.Compare(this, other) < 0;

    /// <summary>The order in which policies are tried.</summary>
    public static IComparer<PolicyRule> Order { get; } = Comparer<PolicyRule>.Create(static (one, other) =>
    {
        var byPriority = other.Policy.Priority.CompareTo(one.Policy.Priority);
        return byPriority != 0 ? byPriority : string.CompareOrdinal(one.Policy.Name, other.Policy.Name);
    });
}
