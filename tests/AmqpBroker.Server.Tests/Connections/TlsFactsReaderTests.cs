using AmqpBroker.Server.Connections;

namespace AmqpBroker.Server.Tests.Connections;

public sealed class TlsFactsReaderTests
{
    [TestCase("TLS_AES_256_GCM_SHA384", "any", "aes_256_gcm", "aead")]
    [TestCase("TLS_CHACHA20_POLY1305_SHA256", "any", "chacha20_poly1305", "aead")]
    [TestCase("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ecdhe_rsa", "aes_128_gcm", "aead")]
    [TestCase("TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384", "ecdhe_ecdsa", "aes_256_cbc", "sha384")]
    [TestCase("", "", "", "")]
    public void A_cipher_suite_is_taken_apart_as_RabbitMQ_does(string suite, string keyExchange, string cipher, string hash) =>
        Assert.That(TlsFactsReader.Split(suite), Is.EqualTo((keyExchange, cipher, hash)));
}
