using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using AmqpBroker.CrashTests.Support;
using AmqpBroker.TestKit;
using AmqpBroker.TestKit.Processes;
using NUnit.Framework;
using RabbitMQ.Client;

namespace AmqpBroker.CrashTests.Restarts;

/// <summary>Users, permissions and virtual hosts over a restart: what was made is there, what was deleted stays away.</summary>
public sealed class AccessRestartTests
{
    [Test]
    [CancelAfter(Deadline.Normal)]
    public async Task What_was_made_is_there_and_what_was_deleted_is_not([Values] Ending ending, CancellationToken cancellationToken)
    {
        var port = FreePort.Next();
        await using var broker = await BrokerProcess.StartAsync(cancellationToken, $"--Management:Port={port}");
        using var api = Api(port);
        await WaitForApiAsync(api, cancellationToken);
        await PutAsync(api, "vhosts/shop", new { description = "Shop" }, cancellationToken);
        await PutAsync(api, "vhosts/gone", new { }, cancellationToken);
        foreach (var user in new[] { "alice", "bob" })
        {
            await PutAsync(api, $"users/{user}", new { password = "secret", tags = "management" }, cancellationToken);
            await PutAsync(api, $"permissions/shop/{user}", new { configure = ".*", write = ".*", read = ".*" }, cancellationToken);
            await PutAsync(api, $"permissions/gone/{user}", new { configure = ".*", write = ".*", read = ".*" }, cancellationToken);
        }

        await PublishAsync(broker, "shop", cancellationToken);
        await PublishAsync(broker, "gone", cancellationToken);
        await DeleteAsync(api, "users/bob", cancellationToken);
        await DeleteAsync(api, "vhosts/gone", cancellationToken);
        await DeleteAsync(api, "vhosts/%2F", cancellationToken);

        await broker.RestartAsync(ending, cancellationToken);
        await WaitForApiAsync(api, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await NamesAsync(api, "vhosts", "name", cancellationToken), Is.EqualTo(new[] { "shop" }));
            Assert.That(await NamesAsync(api, "users", "name", cancellationToken), Is.EqualTo(new[] { "alice", "guest" }));
            Assert.That(await NamesAsync(api, "vhosts/shop/permissions", "user", cancellationToken), Is.EqualTo(new[] { "alice", "guest" }));
            Assert.That(await CountAsync(broker, "shop", cancellationToken), Is.EqualTo(1));
            Assert.That(broker.Output, Does.Not.Contain("error"));
        }

        await PutAsync(api, "vhosts/gone", new { }, cancellationToken);
        Assert.That(await NamesAsync(api, "queues/gone", "name", cancellationToken), Is.Empty);
    }

    private static HttpClient Api(int port)
    {
        var api = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("guest:guest")));
        return api;
    }

    // Clients of AMQP are let in a moment before.
    private static Task WaitForApiAsync(HttpClient api, CancellationToken cancellationToken) => Eventually.EqualAsync(
        true,
        async () =>
        {
            try
            {
                return (await api.GetAsync("whoami", cancellationToken)).IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the management API to answer",
        cancellationToken);

    private static async Task PutAsync(HttpClient api, string path, object body, CancellationToken cancellationToken) =>
        (await api.PutAsJsonAsync(path, body, cancellationToken)).EnsureSuccessStatusCode();

    private static async Task DeleteAsync(HttpClient api, string path, CancellationToken cancellationToken) =>
        (await api.DeleteAsync(path, cancellationToken)).EnsureSuccessStatusCode();

    private static async Task<IEnumerable<string?>> NamesAsync(HttpClient api, string path, string member, CancellationToken cancellationToken)
    {
        var list = JsonNode.Parse(await api.GetStringAsync(path, cancellationToken)) as JsonArray ?? [];
        return list.Select(item => (string?)item?[member]);
    }

    private static async Task PublishAsync(BrokerProcess broker, string virtualHost, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(broker, virtualHost, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), cancellationToken);
        await channel.QueueDeclareAsync("q", durable: true, exclusive: false, autoDelete: false, cancellationToken: cancellationToken);
        await channel.BasicPublishAsync("", "q", mandatory: true, new BasicProperties { Persistent = true }, new byte[10], cancellationToken);
    }

    private static async Task<uint> CountAsync(BrokerProcess broker, string virtualHost, CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(broker, virtualHost, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        return await channel.MessageCountAsync("q", cancellationToken);
    }

    private static Task<IConnection> ConnectAsync(BrokerProcess broker, string virtualHost, CancellationToken cancellationToken) => new ConnectionFactory
    {
        HostName = broker.Endpoint.Host,
        Port = broker.Port,
        UserName = "alice",
        Password = "secret",
        VirtualHost = virtualHost,
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync(cancellationToken);
}
