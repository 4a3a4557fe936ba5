using System.Collections.Immutable;

namespace AmqpBroker.Core.Users;

/// <summary>Someone who may log in. Published: never changes.</summary>
/// <param name="Name">The name, unique.</param>
/// <param name="Password">What is kept of the password.</param>
/// <param name="Tags">What the user may do in the management API, and <see cref="UserTags.Impersonator"/>.</param>
public sealed record User(string Name, PasswordHash Password, ImmutableArray<string> Tags)
{
    /// <summary>Whether the user has a tag.</summary>
    public bool Has(string tag) => Tags.Contains(tag);

    /// <inheritdoc/>
    public bool Equals(User? other) =>
        other is not null && Name == other.Name && Password == other.Password && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Tags.Length);
}
