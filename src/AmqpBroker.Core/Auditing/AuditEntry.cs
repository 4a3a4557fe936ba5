namespace AmqpBroker.Core.Auditing;

/// <summary>A change that somebody made. Immutable.</summary>
public sealed record AuditEntry
{
    /// <summary>When it was noted.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The interface: <c>amqp</c>, <c>http</c>.</summary>
    public required string Interface { get; init; }

    /// <summary>Who.</summary>
    public required string User { get; init; }

    /// <summary>Where from.</summary>
    public required string Address { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>To what, as the log says it.</summary>
    public required string Subject { get; init; }

    /// <summary>The kind of what was changed: <c>queue</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The virtual host it is in; empty for none.</summary>
    public required string VirtualHost { get; init; }

    /// <summary>Its name, or names.</summary>
    public required string Name { get; init; }
}
