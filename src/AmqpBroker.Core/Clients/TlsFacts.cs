namespace AmqpBroker.Core.Clients;

/// <summary>How a connection is encrypted, in the words of RabbitMQ.</summary>
/// <param name="Protocol">Such as <c>tlsv1.3</c>.</param>
/// <param name="KeyExchange">Such as <c>ecdhe_rsa</c>; <c>any</c> with TLS 1.3.</param>
/// <param name="Cipher">Such as <c>aes_256_gcm</c>.</param>
/// <param name="Hash">The message authentication: <c>aead</c> with ciphers that bring their own.</param>
public sealed record TlsFacts(string Protocol, string KeyExchange, string Cipher, string Hash)
{
    /// <summary>Whom the client's certificate is for; null when it has shown none.</summary>
    public string? PeerSubject { get; init; }

    /// <summary>Who has signed it.</summary>
    public string? PeerIssuer { get; init; }

    /// <summary>From when to when it is valid.</summary>
    public string? PeerValidity { get; init; }
}
