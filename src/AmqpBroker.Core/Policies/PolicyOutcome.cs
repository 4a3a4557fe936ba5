namespace AmqpBroker.Core.Policies;

/// <summary>What came of setting a policy.</summary>
/// <param name="Policy">The policy as it holds now; null when it was refused.</param>
/// <param name="IsNew">Whether there was none of that name.</param>
/// <param name="Flaws">Why it was refused, in RabbitMQ's words, one for each part that is wrong.</param>
public sealed record PolicyOutcome(Policy? Policy, bool IsNew, IReadOnlyList<string> Flaws)
{
    /// <summary>Whether the policy holds.</summary>
    public bool IsSet => Policy is not null;

    /// <summary>The refusal as RabbitMQ writes it; empty when there is none.</summary>
    public string Text => IsSet ? string.Empty : $"Validation failed\n\n{string.Join('\n', Flaws)}\n";

    internal static PolicyOutcome Refused(IReadOnlyList<string> flaws) => new(null, false, flaws);
}
