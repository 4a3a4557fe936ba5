using System.Collections.Immutable;

namespace AmqpBroker.Core.Users;

/// <summary>Who may come in at first, and from where.</summary>
public sealed record AccessSettings
{
    /// <summary>The user that a new data directory begins with.</summary>
    public string DefaultUser { get; init; } = "guest";

    /// <summary>Its password; empty for none.</summary>
    public string DefaultPassword { get; init; } = "guest";

    /// <summary>The virtual host that a new data directory begins with.</summary>
    public string DefaultVirtualHost { get; init; } = "/";

    /// <summary>The tags of the first user.</summary>
    public ImmutableArray<string> DefaultTags { get; init; } = [UserTags.Administrator];

    /// <summary>What the first user may configure, write and read.</summary>
    public (string Configure, string Write, string Read) DefaultPermissions { get; init; } = (".*", ".*", ".*");

    /// <summary>Most connections of all clients together; 0 for no limit.</summary>
    public int MaxConnections { get; init; }

    /// <summary>The type of queues declared without one, in virtual hosts that have none of their own; null for classic.</summary>
    public string? DefaultQueueType { get; init; }

    /// <summary>Users who may connect from this machine only.</summary>
    public ImmutableHashSet<string> LoopbackUsers { get; init; } = ImmutableHashSet.Create(StringComparer.Ordinal, "guest");

    /// <summary>How new passwords are hashed.</summary>
    public PasswordHashing Hashing { get; init; } = PasswordHashing.Pbkdf2;

    /// <summary>For a broker in code that says nothing: a password everybody knows gains nothing by a slow hash.</summary>
    internal static AccessSettings WellKnown { get; } = new() { Hashing = PasswordHashing.Sha256 };
}
