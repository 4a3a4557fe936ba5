namespace AmqpBroker.Core.Limits;

/// <summary>What came of setting limits.</summary>
/// <param name="Flaws">Why they were refused, in RabbitMQ's words; empty when they hold.</param>
public sealed record LimitOutcome(IReadOnlyList<string> Flaws)
{
    /// <summary>The limits hold.</summary>
    public static LimitOutcome Done { get; } = new([]);

    /// <summary>Whether the limits hold.</summary>
    public bool IsSet => Flaws.Count == 0;

    /// <summary>The refusal as RabbitMQ writes it for the limits of virtual hosts; empty when there is none.</summary>
    public string Text => IsSet ? string.Empty : $"Validation failed\n\n{string.Join('\n', Flaws)}\n";

    /// <summary>The refusal as RabbitMQ writes it for the limits of users; empty when there is none.</summary>
    public string PlainText => string.Join('\n', Flaws);
}
