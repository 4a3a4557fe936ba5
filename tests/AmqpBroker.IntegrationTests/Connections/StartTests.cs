using AmqpBroker.IntegrationTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Connections;

/// <summary>A broker that cannot start says why in a line that an operator understands.</summary>
[OwnBroker(OwnBrokerAttribute.NeedsProcess)]
public sealed class StartTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_taken_port_is_named(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await BrokerProcess.FailToStartAsync(SharedBroker.Endpoint.Port, cancellationToken);

        AssertExplained(exitCode, output, $"{SharedBroker.Endpoint.Port}");
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task An_unreadable_certificate_is_named(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await BrokerProcess.FailToStartAsync(
            FreePort.Next(), cancellationToken, $"--Amqp:TlsPort={FreePort.Next()}", "--Amqp:Certificate=no-such-file.pem");

        AssertExplained(exitCode, output, "no-such-file.pem");
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task A_bad_setting_is_named(CancellationToken cancellationToken)
    {
        var (exitCode, output) = await BrokerProcess.FailToStartAsync(
            FreePort.Next(), cancellationToken, "--Storage:Durability=perhaps");

        AssertExplained(exitCode, output, "Durability");
    }

    private static void AssertExplained(int exitCode, string output, string culprit)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero, output);
            Assert.That(output, Does.Contain(culprit));
            Assert.That(output, Does.Not.Contain("   at "), "no stack trace");
        }
    }
}
