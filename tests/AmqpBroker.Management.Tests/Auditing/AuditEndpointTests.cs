using AmqpBroker.Core.Auditing;
using AmqpBroker.Core.Users;
using AmqpBroker.Management.Tests.Harness;
using AmqpBroker.TestKit;
using RabbitMQ.Client;

namespace AmqpBroker.Management.Tests.Auditing;

[CancelAfter(60_000)]
public sealed class AuditEndpointTests
{
    [Test]
    public async Task The_last_changes_are_listed_newest_first_with_who_and_what()
    {
        await using var broker = await ManagedBroker.StartAsync();
        await broker.Api.PutAsync("/api/vhosts/shop", "{}");
        await broker.Api.PutAsync("/api/permissions/shop/guest", """{"configure":".*","write":".*","read":".*"}""");
        await broker.Api.PutAsync("/api/queues/shop/a%2Fb", "{}");
        var factory = new ConnectionFactory { HostName = "127.0.0.1", Port = broker.AmqpPort };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync("q", "amq.topic", "k");

        var entries = (await broker.Api.GetAsync("/api/audit")).Json.AsArray();

        Assert.That(
            entries.Select(entry => $"{entry!["interface"]} {entry["user"]} {entry["address"]} {entry["action"]} {entry["kind"]} {entry["vhost"]} {entry["name"]}"),
            Is.EqualTo(new[]
            {
                "amqp guest 127.0.0.1 bind binding / amq.topic -> q",
                "amqp guest 127.0.0.1 declare queue / q",
                "http guest 127.0.0.1 PUT queue shop a/b",
                "http guest 127.0.0.1 PUT permission shop guest",
                "http guest 127.0.0.1 PUT vhost shop shop",
            }));
        Assert.That((string)entries[2]!["detail"]!, Is.EqualTo("/api/queues/shop/a%2Fb"));
        Assert.That((long)entries[0]!["timestamp"]!, Is.GreaterThanOrEqualTo((long)entries[4]!["timestamp"]!).And.GreaterThan(0));
    }

    [TestCase("monitoring", 200)]
    [TestCase("policymaker", 401)]
    public async Task It_is_for_who_may_see_everything(string tag, int status)
    {
        await using var broker = await ManagedBroker.StartAsync();
        await broker.Broker.Users.PutAsync(new User("u", PasswordAlgorithms.Hash("secret"u8, PasswordHashing.Sha256), [tag]));
        using var api = new ApiClient(broker.Uri, "u", "secret");

        Assert.That((await api.GetAsync("/api/audit")).Status, Is.EqualTo(status));
    }

    [Test]
    public void A_thousand_are_remembered()
    {
        var audit = new AuditLog(new FakeTimeProvider());
        for (var i = 0; i < AuditLog.Capacity + 5; i++)
        {
            audit.Note(new AuditEntry { Interface = "http", User = "u", Address = "", Action = "PUT", Subject = "", Kind = "queue", VirtualHost = "/", Name = $"{i}" });
        }

        Assert.That((audit.List().Count, audit.List()[0].Name, audit.List()[^1].Name), Is.EqualTo((AuditLog.Capacity, "1004", "5")));
    }
}
