using System.Globalization;
using System.Security.Authentication;
using AmqpBroker.Core.Clients;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace AmqpBroker.Server.Connections;

/// <summary>Reads off a socket how it is encrypted.</summary>
internal static class TlsFactsReader
{
    /// <summary>The facts; null without TLS.</summary>
    public static TlsFacts? Read(IFeatureCollection features)
    {
        if (features.Get<ITlsHandshakeFeature>() is not { } handshake)
        {
            return null;
        }

        var (keyExchange, cipher, hash) = Split(handshake.NegotiatedCipherSuite?.ToString() ?? "");
        var certificate = features.Get<ITlsConnectionFeature>()?.ClientCertificate;
        return new TlsFacts(NameOf(handshake.Protocol), keyExchange, cipher, hash)
        {
            PeerSubject = certificate?.Subject,
            PeerIssuer = certificate?.Issuer,
            PeerValidity = certificate is null ? null : $"{Time(certificate.NotBefore)} - {Time(certificate.NotAfter)}",
        };
    }

    /// <summary>Takes a suite's name apart: TLS_[key exchange]_WITH_[cipher]_[hash], or TLS_[cipher]_[hash] of TLS 1.3.</summary>
    internal static (string KeyExchange, string Cipher, string Hash) Split(string suite)
    {
        const string Prefix = "TLS_";
        const string With = "_WITH_";
        if (!suite.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return ("", "", "");
        }

        var rest = suite[Prefix.Length..];
        var with = rest.IndexOf(With, StringComparison.Ordinal);
        var keyExchange = with < 0 ? "any" : rest[..with];
        rest = with < 0 ? rest : rest[(with + With.Length)..];
        var end = rest.LastIndexOf('_');
        var cipher = end < 0 ? rest : rest[..end];
        var hasOwnHash = cipher.Contains("GCM", StringComparison.Ordinal) || cipher.Contains("CCM", StringComparison.Ordinal)
            || cipher.Contains("POLY1305", StringComparison.Ordinal);
        var hash = hasOwnHash || end < 0 ? "aead" : rest[(end + 1)..];
        return (Lower(keyExchange), Lower(cipher), Lower(hash));
    }

    private static string NameOf(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls12 => "tlsv1.2",
        SslProtocols.Tls13 => "tlsv1.3",
        _ => Lower(protocol.ToString()),
    };

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1308", Justification = "The names are written in small letters.")]
    private static string Lower(string name) => name.ToLowerInvariant();

    private static string Time(DateTime time) => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
