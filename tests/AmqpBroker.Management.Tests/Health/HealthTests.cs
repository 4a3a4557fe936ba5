using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AmqpBroker.Core.Alarms;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.Server.Hosting;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Tests.Health;

public sealed class HealthTests
{
    [TestCase("/health/live")]
    [TestCase("/health/ready")]
    [TestCase("/api/health/checks/is-in-service")]
    [TestCase("/api/health/checks/ready-to-serve-clients")]
    [TestCase("/api/health/checks/below-node-connection-limit")]
    [TestCase("/api/health/checks/reached-target-cluster-size")]
    public async Task Probes_need_no_login(string path)
    {
        await using var broker = await ManagedBroker.StartAsync();
        using var nobody = new ApiClient(broker.Uri);

        var answer = await nobody.GetAsync(path);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, """{"status":"ok"}""")));
    }

    [Test]
    public async Task A_broker_with_all_the_connections_it_may_have_says_so()
    {
        await using var broker = await ManagedBroker.StartAsync();
        var clients = broker.Broker.Clients;
        clients.MaxConnections = 1;
        var before = await broker.Api.GetAsync("/api/health/checks/below-node-connection-limit");
        Assert.That(clients.Admitted.TryAdd(clients.MaxConnections), Is.True);

        var room = await broker.Api.GetAsync("/api/health/checks/below-node-connection-limit");
        var serving = await broker.Api.GetAsync("/api/health/checks/ready-to-serve-clients");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before.Status, Is.EqualTo(200));
            Assert.That((room.Status, room.Text), Is.EqualTo((503, """{"status":"failed","reason":"node connection limit is reached"}""")));
            Assert.That((serving.Status, serving.Text), Is.EqualTo((503, """{"status":"failed","reason":"node connection limit is reached","connections":1}""")));
        }
    }

    [TestCase("/api/health/checks/alarms")]
    [TestCase("/api/healthchecks/node")]
    [TestCase("/api/health/checks/metadata-store/initialized")]
    public async Task The_other_checks_need_one(string path)
    {
        await using var broker = await ManagedBroker.StartAsync();
        using var nobody = new ApiClient(broker.Uri);

        Assert.That((await nobody.GetAsync(path)).Status, Is.EqualTo(401));
    }

    [Test]
    public async Task A_disk_that_refuses_ends_readiness_and_not_liveness()
    {
        await using var broker = await ManagedBroker.StartAsync();
        broker.Broker.Alarms.Set(AlarmCauses.DiskFailure, stands: true);

        var ready = await broker.Api.GetAsync("/health/ready");
        var live = await broker.Api.GetAsync("/health/live");
        broker.Broker.Alarms.Set(AlarmCauses.DiskFailure, stands: false);
        var again = await broker.Api.GetAsync("/health/ready");

        Assert.That((ready.Status, live.Status, again.Status), Is.EqualTo((503, 200, 200)));
        Assert.That(ready.Text, Is.EqualTo("""{"status":"failed","reason":"the disk refuses what is written"}"""));
    }

    [Test]
    public async Task Low_memory_blocks_publishers_and_leaves_the_node_ready()
    {
        await using var broker = await LowMemory.StartBrokerAsync();

        Assert.That((await broker.Api.GetAsync("/health/ready")).Status, Is.EqualTo(200));
    }

    [TestCase("amqp091", 200, """{"status":"ok","protocol":"amqp"}""")]
    [TestCase("http", 200, """{"status":"ok","protocol":"http"}""")]
    [TestCase("amqp,http", 200, """{"status":"ok","protocol":"amqp"}""")]
    [TestCase("amqps", 503, """{"status":"failed","reason":"No active listener","missing":"amqp/ssl","protocols":["amqp","http"]}""")]
    [TestCase("amqp091,mqtt", 503, """{"status":"failed","reason":"No active listener","missing":["mqtt"],"protocols":["amqp","http"]}""")]
    public async Task A_protocol_may_be_called_by_its_other_names(string protocol, int status, string body)
    {
        await using var broker = await ManagedBroker.StartAsync();

        var answer = await broker.Api.GetAsync("/api/health/checks/protocol-listener/" + protocol);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((status, body)));
    }

    [TestCase("29/days", 200)]
    [TestCase("4/weeks", 200)]
    [TestCase("31/days", 503)]
    [TestCase("5/weeks", 503)]
    [TestCase("2/months", 503)]
    [TestCase("2000000000/years", 503)]
    public async Task A_certificate_that_soon_is_no_good_is_told(string within, int status)
    {
        using var directory = new TempDirectory();
        var path = WriteCertificate(directory.FullName, DateTimeOffset.UtcNow.AddDays(30));
        await using var broker = await ManagedBroker.StartAsync(services: services => services.PostConfigure<AmqpBrokerOptions>(options =>
        {
            options.Amqp.Certificate = path;
            options.Amqp.TlsPort = AmqpOptions.AnyFreePort;
        }));

        var answer = await broker.Api.GetAsync("/api/health/checks/certificate-expiration/" + within);

        Assert.That(answer.Status, Is.EqualTo(status), answer.Text);
        if (status == 503)
        {
            Assert.That(answer.Json["expired"]![0]!["protocol"]!.GetValue<string>(), Is.EqualTo("amqp/ssl")); // not null: or the test fails
        }
    }

    private static string WriteCertificate(string directory, DateTimeOffset goodUntil)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(goodUntil.AddDays(-100), goodUntil);
        var path = Path.Combine(directory, "broker.pem");
        File.WriteAllText(path, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return path;
    }
}
