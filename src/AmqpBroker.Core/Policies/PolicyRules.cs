using System.Collections.Concurrent;

namespace AmqpBroker.Core.Policies;

/// <summary>All policies of a virtual host at one time. Published: never changes, but for what it remembers of its own answers.</summary>
internal sealed class PolicyRules
{
    private readonly PolicyRule[] _users;
    private readonly PolicyRule[] _operators;
    private readonly ConcurrentDictionary<(PolicyRule? User, PolicyRule? Operator), EffectivePolicy> _pairs = new();
    private readonly (PolicyKind Kind, PolicyRule? Removed, PolicyRule? Added) _change;

    private PolicyRules(long version, PolicyRule[] users, PolicyRule[] operators, (PolicyKind, PolicyRule?, PolicyRule?) change)
    {
        Version = version;
        _users = users;
        _operators = operators;
        _change = change;
    }

    public static PolicyRules Empty { get; } = new(0, [], [], default);

    /// <summary>Grows with every change.</summary>
    public long Version { get; }

    public IEnumerable<Policy> List(PolicyKind kind) => Of(kind).Select(static rule => rule.Policy);

    public Policy? Get(PolicyKind kind, string name) => Rule(kind, name)?.Policy;

    public PolicyRules With(PolicyKind kind, Policy policy) => Change(kind, Rule(kind, policy.Name), new PolicyRule(policy));

    public PolicyRules Without(PolicyKind kind, string name) => Change(kind, Rule(kind, name), null);

    /// <summary>Finds what holds for an object.</summary>
    public HeldPolicy Find(string name, PolicySubjects subject) =>
        _users.Length == 0 && _operators.Length == 0
            ? new HeldPolicy(EffectivePolicy.None, Version)
            : new HeldPolicy(Pair(First(_users, name, subject), First(_operators, name, subject)), Version);

    /// <summary>
    /// As <see cref="Find"/>, knowing what held before. One change later, as nearly always, only the policy that changed is looked at, so
    /// that a thousand policies cost no more than one.
    /// </summary>
    public HeldPolicy Follow(HeldPolicy before, string name, PolicySubjects subject)
    {
        if (before.Version != Version - 1)
        {
            return Find(name, subject);
        }

        var held = before.Policy.RuleOf(_change.Kind);
        var now = held;
        if (held is not null && ReferenceEquals(held, _change.Removed))
        {
            now = First(Of(_change.Kind), name, subject);
        }
        else if (_change.Added is { } added && added.Beats(held) && added.Matches(name, subject))
        {
            now = added;
        }

        return ReferenceEquals(held, now)
            ? before with { Version = Version }
            : new HeldPolicy(
                _change.Kind == PolicyKind.User ? Pair(now, before.Policy.RuleOf(PolicyKind.Operator)) : Pair(before.Policy.RuleOf(PolicyKind.User), now),
                Version);
    }

    private PolicyRules Change(PolicyKind kind, PolicyRule? removed, PolicyRule? added)
    {
        var rules = Of(kind).Where(rule => !ReferenceEquals(rule, removed)).ToList();
        if (added is not null)
        {
            rules.Add(added);
            rules.Sort(PolicyRule.Order);
        }

        return new PolicyRules(
            Version + 1,
            kind == PolicyKind.User ? [.. rules] : _users,
            kind == PolicyKind.Operator ? [.. rules] : _operators,
            (kind, removed, added));
    }

    private PolicyRule[] Of(PolicyKind kind) => kind == PolicyKind.User ? _users : _operators;

    private PolicyRule? Rule(PolicyKind kind, string name) => Array.Find(Of(kind), rule => rule.Policy.Name == name);

    private static PolicyRule? First(PolicyRule[] rules, string name, PolicySubjects subject) =>
        Array.Find(rules, rule => rule.Matches(name, subject));

    // Shared by all that are under the same two.
    private EffectivePolicy Pair(PolicyRule? user, PolicyRule? ofOperator) =>
        user is null && ofOperator is null
            ? EffectivePolicy.None
            : _pairs.GetOrAdd((user, ofOperator), static pair => new EffectivePolicy(pair.User, pair.Operator));
}
