namespace AmqpBroker.Control;

/// <summary>What the command line says of the broker to ask; null where it says nothing.</summary>
internal sealed record GivenTarget
{
    public string? Url { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    public string? PasswordFile { get; init; }

    public string? ConfigFile { get; init; }

    public string? Authority { get; init; }

    public TimeSpan Timeout { get; init; }
}
