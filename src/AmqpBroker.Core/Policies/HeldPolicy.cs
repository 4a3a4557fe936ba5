namespace AmqpBroker.Core.Policies;

/// <summary>The policy of one object, and which version of the rules it was found by.</summary>
internal sealed record HeldPolicy(EffectivePolicy Policy, long Version)
{
    public static HeldPolicy None { get; } = new(EffectivePolicy.None, 0);
}
