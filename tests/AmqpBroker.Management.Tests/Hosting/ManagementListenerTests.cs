using System.Net;
using System.Net.Sockets;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Management.Tests.Hosting;

public sealed class ManagementListenerTests
{
    [Test]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var error = await Assert.ThrowsAsync<ManagementStartException>(() => ManagedBroker.StartAsync(configure: options => options.Port = port));

        Assert.That(error!.Message, Does.StartWith($"port {port} on 127.0.0.1 is already in use").And.Not.Contain("\n"));
    }

    [Test]
    public async Task Settings_that_cannot_be_are_told_all_at_once()
    {
        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => ManagedBroker.StartAsync(configure: options =>
        {
            options.Port = -2;
            options.Address = "nowhere";
            options.MaxBodySize = 1;
            options.CorsMaxAge = TimeSpan.FromSeconds(-1);
            options.PathPrefix = "broker/";
        }));

        Assert.That(error!.Failures, Has.Exactly(5).StartsWith("Management:"));
    }

    [Test]
    public async Task All_paths_can_begin_with_another_one()
    {
        await using var broker = await ManagedBroker.StartAsync(configure: static options => options.PathPrefix = "/at/broker");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await broker.Api.PutAsync("/at/broker/api/queues/%2F/a%2Fb", "{}")).Status, Is.EqualTo(201));
            Assert.That((string?)(await broker.Api.GetAsync("/at/broker/api/queues/%2F/a%2Fb")).Json["name"], Is.EqualTo("a/b"));
            Assert.That((await broker.Api.GetAsync("/api/whoami")).Status, Is.EqualTo(404));
            Assert.That((await broker.Api.GetAsync("/at/brokers/api/whoami")).Status, Is.EqualTo(404));
            Assert.That((await broker.Api.GetAsync("/at/broker/at/broker/api/whoami")).Status, Is.EqualTo(404));
        }
    }

    [Test]
    public void Its_defaults_are_valid() => Assert.That(new ManagementOptionsValidator().Validate(null, new ManagementOptions()).Succeeded, Is.True);

    [Test]
    public async Task It_ends_though_a_client_stays_connected()
    {
        var broker = await ManagedBroker.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(broker.Uri.Host, broker.Uri.Port);
        await client.GetStream().WriteAsync("GET /api/whoami HTTP/1.1\r\n"u8.ToArray());

        await broker.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.That(() => broker.Services.GetRequiredService<ManagementEndpoints>(), Throws.TypeOf<ObjectDisposedException>());
    }
}
