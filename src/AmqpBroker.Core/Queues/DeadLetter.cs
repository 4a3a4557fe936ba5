namespace AmqpBroker.Core.Queues;

/// <summary>A message that died, on its way to its dead-letter exchange.</summary>
/// <param name="Death">The message, and why it died.</param>
/// <param name="DiedAt">When.</param>
/// <param name="Full">Names of queues that are known to be full: they are not asked, so that none overtakes what waits for them.</param>
public readonly record struct DeadLetter(Death Death, DateTimeOffset DiedAt, IReadOnlySet<string> Full)
{
    /// <summary>Names of the queues that have refused it before; null at the first try, when it goes to whatever it is routed to.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>Whether it waits when it is refused; otherwise it goes.</summary>
    public bool MayWait { get; init; }
}
