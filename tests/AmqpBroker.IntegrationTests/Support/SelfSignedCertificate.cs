using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmqpBroker.TestKit;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A certificate for localhost and its key, as PEM files.</summary>
internal sealed class SelfSignedCertificate : IDisposable
{
    private readonly TempDirectory _directory = new();

    private SelfSignedCertificate(X509Certificate2 certificate, RSA key)
    {
        Thumbprint = certificate.Thumbprint;
        File.WriteAllText(CertificatePath, certificate.ExportCertificatePem());
        File.WriteAllText(KeyPath, key.ExportPkcs8PrivateKeyPem());
    }

    public string Thumbprint { get; }

    public string CertificatePath => _directory.File("certificate.pem");

    public string KeyPath => _directory.File("key.pem");

    public static SelfSignedCertificate Create()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return new SelfSignedCertificate(certificate, key);
    }

    public void Dispose() => _directory.Dispose();
}
