namespace AmqpBroker.Core.Permissions;

/// <summary>What came of setting a permission.</summary>
/// <param name="IsNew">Whether there was none before.</param>
/// <param name="HasHome">Whether there are such a user and such a virtual host.</param>
/// <param name="InvalidPattern">The expression that is none; null when all are.</param>
/// <param name="Flaw">Why not, as RabbitMQ writes it.</param>
public sealed record PermissionOutcome(bool IsNew, bool HasHome = true, string? InvalidPattern = null, string? Flaw = null)
{
    /// <summary>Whether it holds now.</summary>
    public bool IsSet => HasHome && Flaw is null;
}
