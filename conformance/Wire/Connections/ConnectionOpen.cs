using AmqpBroker.ConformanceTests.Wire.Client;
using NUnit.Framework;

namespace AmqpBroker.ConformanceTests.Wire.Connections;

public sealed class ConnectionOpen : Rules
{
    [Test]
    public async Task Is_answered_with_no_known_hosts()
    {
        await using var client = await TunedAsync();

        var opened = await client.CallAsync(0, "connection.open", ("virtual-host", Vhost));

        Assert.That(opened.Text("known-hosts"), Is.Empty);
    }

    [Test]
    public async Task Of_a_missing_vhost_closes_the_connection_with_530()
    {
        await using var client = await TunedAsync();

        await client.SendAsync(0, "connection.open", ("virtual-host", Name));

        await ExpectConnectionCloseAsync(client, 530, $"NOT_ALLOWED - vhost {Name} not found", "connection.open");
    }

    [Test]
    public async Task Of_the_empty_vhost_closes_the_connection_with_530()
    {
        await using var client = await TunedAsync();

        await client.SendAsync(0, "connection.open");

        await ExpectConnectionCloseAsync(client, 530, "NOT_ALLOWED - vhost  not found", "connection.open");
    }

    [Test]
    public async Task Must_come_before_channel_open()
    {
        await using var client = await TunedAsync();

        await client.SendAsync(1, "channel.open");

        await ExpectConnectionCloseAsync(client, 505, "UNEXPECTED_FRAME - type 1, all octets = <<0,20,0,10,0>>", method: null);
    }

    private static async Task<WireClient> TunedAsync()
    {
        var client = await WireClient.ConnectAsync();
        await client.LogInAsync();
        await client.TuneAsync();
        return client;
    }
}
