using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace AmqpBroker.Core.Users;

/// <summary>Hashes passwords, and compares them in constant time.</summary>
/// <remarks>
/// <code>
/// pbkdf2_sha256                    iterations: u32, big-endian · salt (16) · PBKDF2-HMAC-SHA-256 (32)
/// rabbit_password_hashing_sha256   salt (4) · SHA-256(salt · password)
/// rabbit_password_hashing_sha512   salt (4) · SHA-512(salt · password)
/// rabbit_password_hashing_md5      salt (4) · MD5(salt · password)
/// </code>
/// </remarks>
public static class PasswordAlgorithms
{
    /// <summary>PBKDF2 with SHA-256: this broker's own.</summary>
    public const string Pbkdf2 = "pbkdf2_sha256";

    /// <summary>RabbitMQ's default.</summary>
    public const string Sha256 = "rabbit_password_hashing_sha256";

    /// <summary>RabbitMQ's with SHA-512.</summary>
    public const string Sha512 = "rabbit_password_hashing_sha512";

    /// <summary>RabbitMQ's from before 3.6.</summary>
    public const string Md5 = "rabbit_password_hashing_md5";

    /// <summary>Rounds of a new hash: some 40 ms of one core, paid once for each user and start.</summary>
    internal const int Iterations = 100_000;

    private const int MostIterations = 10_000_000;
    private const int CountLength = sizeof(uint);
    private const int SaltLength = 16;
    private const int HashLength = SHA256.HashSizeInBytes;
    private const int ShortSaltLength = 4;

    /// <summary>The name of the algorithm by which new passwords are hashed.</summary>
    public static string NameOf(PasswordHashing hashing) => hashing switch
    {
        PasswordHashing.Sha256 => Sha256,
        PasswordHashing.Sha512 => Sha512,
        _ => Pbkdf2,
    };

    /// <summary>Hashes a password with a new salt.</summary>
    /// <param name="password">The password, UTF-8.</param>
    /// <param name="hashing">How.</param>
    public static PasswordHash Hash(ReadOnlySpan<byte> password, PasswordHashing hashing)
    {
        if (hashing != PasswordHashing.Pbkdf2)
        {
            var name = NameOf(hashing);
            var brief = RandomNumberGenerator.GetBytes(ShortSaltLength);
            return new PasswordHash(name, [.. brief, .. Digest(name, brief, password)]);
        }

        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        var count = new byte[CountLength];
        BinaryPrimitives.WriteInt32BigEndian(count, Iterations);
        return new PasswordHash(Pbkdf2, [.. count, .. salt, .. Stretch(password, salt, Iterations)]);
    }

    /// <summary>Whether a password is the one that was hashed. An empty password never is.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="password">The password, UTF-8.</param>
    /// <param name="spent">The rounds it took to find out.</param>
    internal static bool Matches(PasswordHash hash, ReadOnlySpan<byte> password, out int spent)
    {
        spent = 0;
        if (password.IsEmpty || hash.IsBlank)
        {
            return false;
        }

        var bytes = hash.Bytes.AsSpan();
        if (TryReadPbkdf2(hash, out spent))
        {
            var salt = bytes.Slice(CountLength, SaltLength);
            return CryptographicOperations.FixedTimeEquals(Stretch(password, salt, spent), bytes[(CountLength + SaltLength)..]);
        }

        return bytes.Length > ShortSaltLength
            && CryptographicOperations.FixedTimeEquals(Digest(hash.Algorithm, bytes[..ShortSaltLength], password), bytes[ShortSaltLength..]);
    }

    /// <summary>The rounds that comparing with a hash takes; 0 for one without rounds.</summary>
    internal static int CostOf(PasswordHash hash) => TryReadPbkdf2(hash, out var iterations) ? iterations : 0;

    /// <summary>Takes the time of so many rounds.</summary>
    internal static void Spend(int iterations)
    {
        if (iterations > 0)
        {
            _ = Stretch("nobody"u8, stackalloc byte[SaltLength], iterations);
        }
    }

    private static bool TryReadPbkdf2(PasswordHash hash, out int iterations)
    {
        iterations = 0;
        return hash.Algorithm == Pbkdf2
            && hash.Bytes.Length == CountLength + SaltLength + HashLength
            && (iterations = BinaryPrimitives.ReadInt32BigEndian(hash.Bytes.AsSpan())) is > 0 and <= MostIterations;
    }

    private static byte[] Stretch(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA256, HashLength);

    [SuppressMessage("Security", "CA5351", Justification = "Hashes that RabbitMQ made before 3.6 are accepted; none is made.")]
    private static byte[] Digest(string algorithm, ReadOnlySpan<byte> salt, ReadOnlySpan<byte> password)
    {
        byte[] salted = [.. salt, .. password];
        return algorithm switch
        {
            Sha256 => SHA256.HashData(salted),
            Sha512 => SHA512.HashData(salted),
            Md5 => MD5.HashData(salted),
            _ => [],
        };
    }
}
