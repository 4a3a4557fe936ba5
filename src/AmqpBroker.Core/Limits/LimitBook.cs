using AmqpBroker.Core.Metadata;

namespace AmqpBroker.Core.Limits;

/// <summary>Where the limits of a virtual host stand. Changed under its lock, read without one.</summary>
internal sealed class LimitBook
{
    private volatile LimitSet _limits = LimitSet.None;

    public LimitSet Limits => _limits;

    public bool Apply(VirtualHostLimitsSet set)
    {
        _limits = new LimitSet(set.Limits);
        return true;
    }
}
