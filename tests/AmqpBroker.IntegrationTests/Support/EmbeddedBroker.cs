using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Server.Hosting;
using AmqpBroker.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace AmqpBroker.IntegrationTests.Support;

/// <summary>A broker in the test's own process: clients reach it by its port, the test its model.</summary>
internal sealed class EmbeddedBroker : IAsyncDisposable
{
    private readonly IHost _host;

    private EmbeddedBroker(IHost host) => _host = host;

    public Broker Broker => _host.Services.GetRequiredService<Broker>();

    public VirtualHost VirtualHost =>
        Broker.TryGetVirtualHost("/", out var host) ? host : throw new InvalidOperationException("every broker has the virtual host /");

    public ConnectionFactory Factory => TestClient.Factory(new BrokerEndpoint(
        "localhost", _host.Services.GetRequiredService<AmqpBrokerEndpoints>().Amqp[0].Port));

    /// <param name="directory">Where it keeps what is durable; null for nowhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<EmbeddedBroker> StartAsync(string? directory, CancellationToken cancellationToken)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddAmqpBroker(options => (options.Amqp.Port, options.Storage.DataDirectory) = (0, directory));
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return new EmbeddedBroker(host);
    }

    public Task<TestClient> ConnectAsync(CancellationToken cancellationToken) => TestClient.ConnectAsync(Factory, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }
}
