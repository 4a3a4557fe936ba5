using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmqpBroker.TestKit;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A certificate for localhost and its key, as PEM files.</summary>
internal sealed class SelfSignedCertificate : IDisposable
{
    private readonly TempDirectory _directory = new();

    private SelfSignedCertificate(string subject)
    {
        Subject = subject;
        Replace();
    }

    public string Thumbprint { get; private set; } = "";

    public string CertificatePath => _directory.File("certificate.pem");

    public string KeyPath => _directory.File("key.pem");

    private string Subject { get; }

    public static SelfSignedCertificate Create(string subject = "CN=localhost") => new(subject);

    /// <summary>Writes another one in its place.</summary>
    public void Replace()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(Subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Thumbprint = certificate.Thumbprint;
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>The certificate with its key.</summary>
    public X509Certificate2 Load() => X509Certificate2.CreateFromPemFile(CertificatePath, KeyPath);

    public void Dispose() => _directory.Dispose();
}
