namespace AmqpBroker.Core.VirtualHosts;

/// <summary>What one change rests on and must find unchanged when it is applied. Confined to the change.</summary>
internal sealed class Claim
{
    private readonly HashSet<ClaimKey> _alone = [];
    private readonly HashSet<ClaimKey> _shared = [];

    /// <summary>What nobody else may claim meanwhile.</summary>
    public IReadOnlyCollection<ClaimKey> Alone => _alone;

    /// <summary>What others may claim too, unless they want it alone.</summary>
    public IReadOnlyCollection<ClaimKey> Shared => _shared;

    public Claim AddAlone(ClaimKey key)
    {
        _shared.Remove(key);
        _alone.Add(key);
        return this;
    }

    public Claim AddShared(ClaimKey key)
    {
        if (!_alone.Contains(key))
        {
            _shared.Add(key);
        }

        return this;
    }
}
