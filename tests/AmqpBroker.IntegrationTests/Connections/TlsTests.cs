using System.Net.Security;
using System.Security.Authentication;
using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

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

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_certificate_that_was_replaced_is_shown_to_new_clients(CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(certificate, tlsPort, cancellationToken);
        await using var before = await ConnectTlsAsync(broker.Endpoint with { Port = tlsPort }, cancellationToken);
        certificate.Replace();

        await Eventually.EqualAsync(
            certificate.Thumbprint, () => ShownAsync(broker.Endpoint with { Port = tlsPort }, cancellationToken), "the certificate shown", cancellationToken);

        Assert.That(before.Connection.IsOpen, "connections go on");
    }

    [TestCase("distinguishedname", "CN=alice,O=Company")]
    [TestCase("commonname", "alice")]
    [CancelAfter(Deadline.Normal)]
    public async Task A_client_logs_in_by_its_certificate(string from, string user, CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        using var client = SelfSignedCertificate.Create("CN=alice,O=Company");
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(
            certificate,
            tlsPort,
            cancellationToken,
            "--Amqp:ClientCertificates=optional",
            $"--Amqp:CertificateAuthorities={client.CertificatePath}",
            $"--Amqp:CertificateLogin={from}",
            $"--Amqp:DefaultUser={user}");
        var factory = TlsFactory(broker.Endpoint with { Port = tlsPort });
        factory.Ssl.Certs = [client.Load()];
        factory.AuthMechanisms = [new ExternalMechanismFactory()];

        await using var connected = await TestClient.ConnectAsync(factory, cancellationToken);
        await connected.DeclareQueueAsync(cancellationToken);

        factory.Ssl.Certs = null;
        Assert.That(
            async () => await factory.CreateConnectionAsync(cancellationToken),
            Throws.InstanceOf<BrokerUnreachableException>(),
            "EXTERNAL is not offered without a certificate");
    }

    [TestCase("required", false, ExpectedResult = false)]
    [TestCase("required", true, ExpectedResult = true)]
    [TestCase("optional", false, ExpectedResult = true)]
    [CancelAfter(Deadline.Normal)]
    public async Task<bool> A_client_without_a_certificate_comes_in_unless_one_is_required(string setting, bool showsOne, CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        using var client = SelfSignedCertificate.Create("CN=alice");
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(
            certificate, tlsPort, cancellationToken, $"--Amqp:ClientCertificates={setting}", $"--Amqp:CertificateAuthorities={client.CertificatePath}");
        var factory = TlsFactory(broker.Endpoint with { Port = tlsPort });
        factory.Ssl.Certs = showsOne ? [client.Load()] : null;

        return await ComesInAsync(factory, cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_certificate_that_nobody_vouches_for_is_refused(CancellationToken cancellationToken)
    {
        using var certificate = SelfSignedCertificate.Create();
        using var client = SelfSignedCertificate.Create("CN=alice");
        using var stranger = SelfSignedCertificate.Create("CN=alice");
        var tlsPort = FreePort.Next();
        await using var broker = await StartAsync(
            certificate, tlsPort, cancellationToken, "--Amqp:ClientCertificates=optional", $"--Amqp:CertificateAuthorities={client.CertificatePath}");
        var factory = TlsFactory(broker.Endpoint with { Port = tlsPort });
        factory.Ssl.Certs = [stranger.Load()];

        Assert.That(await ComesInAsync(factory, cancellationToken), Is.False);
    }

    private static async Task<bool> ComesInAsync(ConnectionFactory factory, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await factory.CreateConnectionAsync(cancellationToken);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return channel.IsOpen;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }

    private static async Task<string> ShownAsync(BrokerEndpoint tls, CancellationToken cancellationToken)
    {
        string shown = "";
        var factory = TlsFactory(tls);
        factory.Ssl.CertificateValidationCallback = (_, offered, _, _) =>
        {
            shown = offered?.GetCertHashString() ?? "";
            return shown.Length > 0;
        };
        await using var connection = await factory.CreateConnectionAsync(cancellationToken);
        return shown;
    }

    private static Task<TestClient> ConnectTlsAsync(BrokerEndpoint tls, CancellationToken cancellationToken) => TestClient.ConnectAsync(TlsFactory(tls), cancellationToken);

    private static ConnectionFactory TlsFactory(BrokerEndpoint tls)
    {
        var factory = TestClient.Factory(tls);
        factory.Ssl.Enabled = true;
        factory.Ssl.AcceptablePolicyErrors = SslPolicyErrors.RemoteCertificateChainErrors | SslPolicyErrors.RemoteCertificateNameMismatch;
        return factory;
    }

    private static Task<BrokerProcess> StartAsync(
        SelfSignedCertificate certificate, int tlsPort, CancellationToken cancellationToken, params string[] more) =>
        BrokerProcess.StartAsync(
            cancellationToken,
            [$"--Amqp:TlsPort={tlsPort}", $"--Amqp:Certificate={certificate.CertificatePath}", $"--Amqp:CertificateKey={certificate.KeyPath}", .. more]);

    private static async Task AssertServesTlsAsync(BrokerEndpoint tls, CancellationToken cancellationToken)
    {
        await using var client = await ConnectTlsAsync(tls, cancellationToken);
        Assert.That(client.Connection.IsOpen);
    }
}
