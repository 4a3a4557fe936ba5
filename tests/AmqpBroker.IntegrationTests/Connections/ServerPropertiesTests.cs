using System.Text;
using AmqpBroker.IntegrationTests.Support;
using NUnit.Framework;

namespace AmqpBroker.IntegrationTests.Connections;

public sealed class ServerPropertiesTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task Every_capability_that_clients_ask_for_is_there(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        var capabilities = (IDictionary<string, object?>)client.Connection.ServerProperties!["capabilities"]!;

        var present = capabilities.Where(capability => capability.Value is true).Select(capability => capability.Key);
        Assert.That(present, Is.SupersetOf(new[]
        {
            "authentication_failure_close", "basic.nack", "connection.blocked", "consumer_cancel_notify",
            "consumer_priorities", "direct_reply_to", "exchange_exchange_bindings", "per_consumer_qos",
            "publisher_confirms",
        }));
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_version_is_one_that_clients_can_compare(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        var version = Text(client.Connection.ServerProperties!["version"]);

        Assert.That(Version.TryParse(version, out _), version);
    }

    [Test]
    [OwnBroker("asserts this broker's own name")]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_says_its_own_name_and_the_version_it_stands_in_for(CancellationToken cancellationToken)
    {
        // RabbitMQ says "RabbitMQ" and its own version.
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        var properties = client.Connection.ServerProperties!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(properties["product"]), Is.EqualTo("AmqpBroker"));
            Assert.That(Text(properties["version"]), Is.EqualTo("3.13.7"));
            Assert.That(Text(properties["product_version"]), Is.Not.Empty);
        }
    }

    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task The_broker_offers_the_usual_limits(CancellationToken cancellationToken)
    {
        await using var client = await TestClient.ConnectAsync(cancellationToken);

        var connection = client.Connection;

        Assert.That(
            (connection.ChannelMax, connection.FrameMax, connection.Heartbeat),
            Is.EqualTo(((ushort)2047, 131_072u, TimeSpan.FromSeconds(60))));
    }

    private static string Text(object? value) => Encoding.UTF8.GetString((byte[])value!);
}
