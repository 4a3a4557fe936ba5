using System.Text;
using AmqpBroker.Core.Users;

namespace AmqpBroker.Core.Tests.Users;

public sealed class PasswordAlgorithmsTests
{
    // "test12" with the salt 908DC60A, as in RabbitMQ's own documentation, and by the same formula with the other two.
    [TestCase("rabbit_password_hashing_sha256", "kI3GCqW5JLMJa4iX1lo7X4D6XbYqlLgxIs30+P6tENUV2POR")]
    [TestCase("rabbit_password_hashing_sha512", "kI3GChuNuIYf8lRbCCxZjgjKwsY19ns6+uFO0zcXRBGA/XGJPYD8OWMy7EB8TaOmAzjP2azv84GbINYwX2cDWb4DHnc=")]
    [TestCase("rabbit_password_hashing_md5", "kI3GChNpte2FApYFXScl+0dIluk=")]
    public void A_hash_that_RabbitMQ_made_is_accepted(string algorithm, string hash)
    {
        var password = new PasswordHash(algorithm, [.. Convert.FromBase64String(hash)]);

        Assert.That((Matches(password, "test12"), Matches(password, "test13")), Is.EqualTo((true, false)));
    }

    [TestCase(PasswordHashing.Pbkdf2, "pbkdf2_sha256", 52)]
    [TestCase(PasswordHashing.Sha256, "rabbit_password_hashing_sha256", 36)]
    [TestCase(PasswordHashing.Sha512, "rabbit_password_hashing_sha512", 68)]
    public void A_new_hash_is_salted_and_matches_its_password_alone(PasswordHashing hashing, string algorithm, int length)
    {
        var hash = PasswordAlgorithms.Hash("pässword"u8, hashing);
        var other = PasswordAlgorithms.Hash("pässword"u8, hashing);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((hash.Algorithm, hash.Bytes.Length), Is.EqualTo((algorithm, length)));
            Assert.That(hash, Is.Not.EqualTo(other));
            Assert.That((Matches(hash, "pässword"), Matches(other, "pässword"), Matches(hash, "password")), Is.EqualTo((true, true, false)));
        }
    }

    [Test]
    public void No_password_matches_where_there_is_none_to_match()
    {
        var empty = PasswordAlgorithms.Hash(""u8, PasswordHashing.Sha256);
        var unknown = new PasswordHash("rot13", [.. "salttest12"u8]);
        var cut = new PasswordHash(PasswordAlgorithms.Pbkdf2, PasswordAlgorithms.Hash("test12"u8, PasswordHashing.Pbkdf2).Bytes[..40]);
        var endless = new PasswordHash(PasswordAlgorithms.Pbkdf2, [0x7F, 0xFF, 0xFF, 0xFF, .. new byte[48]]);

        Assert.That(
            (Matches(PasswordHash.Blank(), ""), Matches(empty, ""), Matches(unknown, "test12"), Matches(cut, "test12"), Matches(endless, "test12")),
            Is.EqualTo((false, false, false, false, false)));
    }

    private static bool Matches(PasswordHash hash, string password) => PasswordAlgorithms.Matches(hash, Encoding.UTF8.GetBytes(password), out _);
}
