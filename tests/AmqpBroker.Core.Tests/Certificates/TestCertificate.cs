using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AmqpBroker.Core.Tests.Certificates;

/// <summary>Certificates for tests, made on the spot.</summary>
internal static class TestCertificate
{
    private static readonly Oid ForServers = new("1.3.6.1.5.5.7.3.1");

    /// <summary>One that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned(string subject, Oid? purpose = null, params string[] dnsNames) =>
        SelfSigned(new X500DistinguishedName(subject), purpose, dnsNames);

    /// <summary>One that vouches for itself.</summary>
    public static X509Certificate2 SelfSigned(X500DistinguishedName subject, Oid? purpose = null, params string[] dnsNames)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return Request(subject, key, purpose, dnsNames).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>One that may vouch for others.</summary>
    public static X509Certificate2 Authority(string subject)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    /// <summary>A client's, which an authority vouches for.</summary>
    public static X509Certificate2 SignedBy(X509Certificate2 authority, string subject, Oid? purpose = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = Request(new X500DistinguishedName(subject), key, purpose, []).Create(authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1), RandomNumberGenerator.GetBytes(8));
        return made.CopyWithPrivateKey(key);
    }

    /// <summary>Writes a certificate and its key into one PEM file.</summary>
    public static void Write(string path, X509Certificate2 certificate)
    {
        using var key = certificate.GetECDsaPrivateKey() ?? throw new ArgumentException("it has no key", nameof(certificate));
        File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
    }

    /// <summary>The purpose of a server's certificate.</summary>
    public static Oid Servers => ForServers;

    private static CertificateRequest Request(X500DistinguishedName subject, ECDsa key, Oid? purpose, string[] dnsNames)
    {
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        if (purpose is not null)
        {
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([purpose], critical: false));
        }

        if (dnsNames.Length > 0)
        {
            var names = new SubjectAlternativeNameBuilder();
            Array.ForEach(dnsNames, names.AddDnsName);
            request.CertificateExtensions.Add(names.Build());
        }

        return request;
    }
}
