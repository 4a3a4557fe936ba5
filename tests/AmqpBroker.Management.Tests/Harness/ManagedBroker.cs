using AmqpBroker.Core;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Management.Tests.Harness;

/// <summary>A broker in this process with its management API, both on free ports, and a client that is logged in as guest.</summary>
internal sealed class ManagedBroker : IAsyncDisposable
{
    private readonly IHost _host;

    private ManagedBroker(IHost host)
    {
        _host = host;
        Uri = new Uri($"http://127.0.0.1:{host.Services.GetRequiredService<ManagementEndpoints>().Http.Single().Port}");
        Api = new ApiClient(Uri, "guest", "guest");
    }

    /// <summary>Where the API listens.</summary>
    public Uri Uri { get; }

    /// <summary>A client logged in as guest.</summary>
    public ApiClient Api { get; }

    public IServiceProvider Services => _host.Services;

    public Broker Broker => Services.GetRequiredService<Broker>();

    /// <summary>The virtual host that is there from the start.</summary>
    public VirtualHost VirtualHost => Broker.TryGetVirtualHost("/", out var found) ? found : throw new InvalidOperationException("there is always one");

    public int AmqpPort => Services.GetRequiredService<AmqpBrokerEndpoints>().Amqp.Single().Port;

    /// <param name="dataDirectory">Where it keeps its data; null for nowhere.</param>
    /// <param name="configure">Settings of the API.</param>
    /// <param name="services">Further services, such as a log to look into.</param>
    public static async Task<ManagedBroker> StartAsync(
        string? dataDirectory = null, Action<ManagementOptions>? configure = null, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        services?.Invoke(builder.Services);
        builder.Services.AddAmqpBroker(options =>
        {
            options.Amqp.Address = "127.0.0.1";
            options.Amqp.Port = AmqpOptions.AnyFreePort;
            options.Storage.DataDirectory = dataDirectory;
        });
        builder.Services.AddAmqpBrokerManagement(options =>
        {
            options.Address = "127.0.0.1";
            options.Port = ManagementOptions.AnyFreePort;
            configure?.Invoke(options);
        });
        builder.Services.AddSingleton<ILoggerProvider>(FailureLog.Instance);
        var host = builder.Build();
        await host.StartAsync();
        return new ManagedBroker(host);
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
