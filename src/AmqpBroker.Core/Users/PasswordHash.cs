using System.Collections.Immutable;

namespace AmqpBroker.Core.Users;

/// <summary>What is kept of a password.</summary>
/// <param name="Algorithm">The algorithm's name as definitions have it; one this broker does not know matches no password.</param>
/// <param name="Bytes">The salt and the hash, as the algorithm lays them out; none for a user without a password.</param>
public sealed record PasswordHash(string Algorithm, ImmutableArray<byte> Bytes)
{
    /// <summary>That of a user who cannot log in with a password.</summary>
    /// <param name="hashing">The algorithm it is said to have.</param>
    public static PasswordHash Blank(PasswordHashing hashing = PasswordHashing.Pbkdf2) => new(PasswordAlgorithms.NameOf(hashing), []);

    /// <summary>Whether no password matches.</summary>
    public bool IsBlank => Bytes.IsDefaultOrEmpty;

    /// <summary>The bytes as definitions have them.</summary>
    public string ToBase64() => Convert.ToBase64String(Bytes.AsSpan());

    /// <inheritdoc/>
    public bool Equals(PasswordHash? other) =>
        other is not null && Algorithm == other.Algorithm && Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Algorithm, Bytes.Length);

    /// <inheritdoc/>
    public override string ToString() => Algorithm;
}
