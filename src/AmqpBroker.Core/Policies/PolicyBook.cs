using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Policies;

/// <summary>Where the policies of a virtual host stand. Changed under its lock, read without one.</summary>
internal sealed class PolicyBook
{
    private volatile PolicyRules _rules = PolicyRules.Empty;

    public PolicyRules Rules => _rules;

    public bool Apply(PolicySet set)
    {
        _rules = _rules.With(set.Kind, set.Policy);
        return true;
    }

    public bool Apply(PolicyCleared cleared)
    {
        if (_rules.Get(cleared.Kind, cleared.Name) is null)
        {
            return false;
        }

        _rules = _rules.Without(cleared.Kind, cleared.Name);
        return true;
    }
}
