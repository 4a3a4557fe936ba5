using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Hosting;

public sealed class TlsTests
{
    private TempDirectory _directory = null!; // set before each test

    [SetUp]
    public void CreateDirectory() => _directory = new TempDirectory();

    [TearDown]
    public void DeleteDirectory() => _directory.Dispose();

    [Test]
    public async Task With_a_certificate_it_is_served_over_TLS_too()
    {
        using var certificate = await MakeCertificateAsync();
        await using var broker = await ManagedBroker.StartAsync(configure: UseCertificate);
        var port = broker.Services.GetRequiredService<ManagementEndpoints>().Https.Single().Port;
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(certificate);
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest")));

        var answer = await client.GetAsync(new Uri($"https://localhost:{port}/api/whoami"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_overview_and_the_health_checks_know_the_same_ports()
    {
        using var certificate = await MakeCertificateAsync();
        await using var broker = await ManagedBroker.StartAsync(
            configure: UseCertificate,
            services: services => services.AddAmqpBrokerPrometheus(options => (options.Address, options.Port) = ("127.0.0.1", ManagementOptions.AnyFreePort)));

        var overview = await broker.Api.GetAsync("/api/overview");
        var unspoken = await broker.Api.GetAsync("/api/health/checks/protocol-listener/mqtt");

        string[] shown = [.. overview.Json["listeners"]!.AsArray().Select(static listener => listener!["protocol"]!.GetValue<string>())]; // not null: always there
        Assert.That(shown, Is.EquivalentTo(new[] { "amqp", "http", "https", "http/prometheus" }));
        Assert.That(unspoken.Json["protocols"]!.AsArray().Select(static protocol => protocol!.GetValue<string>()), Is.EqualTo(shown)); // not null: always there
    }

    [Test]
    public async Task A_certificate_that_cannot_be_read_is_told_in_one_line()
    {
        var error = await Assert.ThrowsAsync<ManagementStartException>(() => ManagedBroker.StartAsync(configure: options => options.Certificate = "/nowhere/broker.pem"));

        Assert.That(error!.Message, Does.StartWith("cannot read the certificate /nowhere/broker.pem").And.Not.Contain("\n"));
    }

    private void UseCertificate(ManagementOptions options)
    {
        options.TlsPort = ManagementOptions.AnyFreePort;
        options.Certificate = _directory.File("broker.pem");
    }

    private async Task<X509Certificate2> MakeCertificateAsync()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(_directory.File("broker.pem"), certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return certificate;
    }
}
