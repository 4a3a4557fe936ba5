using System.Net.Security;
using System.Security.Authentication;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Connections;

[OwnBroker("starts a broker with a certificate")]
public sealed class TlsTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_talks_to_the_broker_over_tls(CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(certificate, tlsPort, cancellationToken);
        var factory = TestClient.Factory(broker.Endpoint with { Port = tlsPort });
        string? presented = null;
        factory.Ssl.Enabled = true;
        factory.Ssl.Version = SslProtocols.None;
        factory.Ssl.CertificateValidationCallback = (_, offered, _, _) =>
        {
            presented = offered?.GetCertHashString();
            return presented == certificate.Thumbprint;
        };

        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);
        var queue = await client.DeclareQueueAsync(cancellationToken);
        await client.PublishToQueueAsync(queue, ["secret"], cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await client.DrainAsync(queue, cancellationToken), Is.EqualTo(new[] { "secret" }));
            Assert.That(presented, Is.EqualTo(certificate.Thumbprint));
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_plain_port_stays_open_beside_tls(CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        await using var broker = await StartAsync(certificate, FreePort.Next(), cancellationToken);

        await using var client = await TestClient.ConnectAsync(TestClient.Factory(broker.Endpoint), cancellationToken);

        Assert.That(client.Connection.IsOpen);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_that_speaks_no_tls_harms_no_one_on_the_tls_port(CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(certificate, tlsPort, cancellationToken);
        var tls = broker.Endpoint with { Port = tlsPort };
        await using var plain = await TestKit.Wire.RawAmqpClient.ConnectAsync(
            tls, TestKit.Wire.HandshakeStage.Connected, cancellationToken);

        await plain.SendAsync("AMQP\0\0\u0009\u0001 this is no TLS hello"u8.ToArray(), cancellationToken);

        await AssertServesTlsAsync(tls, cancellationToken);
    }

    private static Task<BrokerProcess> StartAsync(
        SelfSignedCertificate certificate, int tlsPort, CancellationToken cancellationToken) =>
        BrokerProcess.StartAsync(
            cancellationToken,
            $"--Amqp:TlsPort={tlsPort}",
            $"--Amqp:Certificate={certificate.CertificatePath}",
            $"--Amqp:CertificateKey={certificate.KeyPath}");

    private static async Task AssertServesTlsAsync(BrokerEndpoint tls, CancellationToken cancellationToken)
    {
        var factory = TestClient.Factory(tls);
        factory.Ssl.Enabled = true;
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch;
        await using var client = await TestClient.ConnectAsync(factory, cancellationToken);
        Assert.That(client.Connection.IsOpen);
    }
}
