using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Core.Certificates;

/// <summary>What a TLS listener shows and trusts. Published: never changes.</summary>
public sealed class ServerCertificates
{
    internal ServerCertificates(X509Certificate2Collection certificates, X509Certificate2Collection authorities)
    {
        All = [.. certificates];
        Certificate = certificates[0];
        Context = SslStreamCertificateContext.Create(Certificate, [.. certificates.Skip(1)], offline: true);
        Authorities = authorities;
    }

    /// <summary>The server's certificate, with its private key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>It and its chain.</summary>
    public IReadOnlyList<X509Certificate2> All { get; }

    /// <summary>The same with its chain, as TLS takes it.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>Those who may vouch for clients; none for those the system trusts.</summary>
    public X509Certificate2Collection Authorities { get; }

    /// <summary>Whether a client's certificate holds, by those who may vouch for it.</summary>
    /// <param name="certificate">The client's certificate.</param>
    /// <param name="sent">The chain that came with it; null for none.</param>
    public bool IsTrusted(X509Certificate2 certificate, X509Chain? sent)
    {
        using var chain = new X509Chain();
        var policy = chain.ChainPolicy;
        policy.RevocationMode = X509RevocationMode.NoCheck;
        policy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid("1.3.6.1.5.5.7.3.2")); // to authenticate clients (RFC 5280 §4.2.1.12)
        policy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
        if (Authorities.Count > 0)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(Authorities);
        }

        return chain.Build(certificate);
    }
}
