using AmqpBroker.Configuration;
using AmqpBroker.Core;
using AmqpBroker.Logging;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Serving;

/// <summary>One life of the broker: from settings to the signal that ends it.</summary>
internal sealed class BrokerRun(BrokerSettings settings)
{
    private const string LogCategory = "AmqpBroker.Broker";

    /// <exception cref="AmqpBrokerStartException">The data directory cannot be used.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var dataDirectory = DataDirectory.Prepare(
            settings.Broker.Storage.DataDirectory ?? throw new AmqpBrokerStartException("Storage:DataDirectory is null: name a directory"));
        using var host = BrokerHost.Build(settings);
        var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(LogCategory);

        try
        {
            await host.StartAsync(cancellationToken);
            Announce(host, logger, dataDirectory);
            await host.WaitForShutdownAsync(cancellationToken);
            logger.Stopped();
        }
        catch (OperationCanceledException)
        {
            logger.StoppedLate();
        }
    }

    private void Announce(IHost host, ILogger logger, string dataDirectory)
    {
        var endpoints = host.Services.GetRequiredService<AmqpBrokerEndpoints>();
        var management = host.Services.GetRequiredService<ManagementEndpoints>();
        if (settings.Logging.Format == LogFormat.Text)
        {
            var banner = new Banner(ProductVersion.Text, settings.Broker, endpoints.Amqp, endpoints.Amqps, management.Http, Environment.ProcessId)
            {
                Https = management.Https,
                Metrics = management.Metrics,
                Users = [.. host.Services.GetRequiredService<Broker>().Users.List().Select(static user => user.Name)],
            };
            Console.Out.Write(banner.ToText(Terminal.OfOutput));
            logger.Ready();
        }
        else
        {
            logger.ReadyWithoutBanner(
                ProductVersion.Text, Environment.ProcessId, List(endpoints.Amqp), List(endpoints.Amqps), List([.. management.Http, .. management.Https]), dataDirectory);
        }

        foreach (var (entry, reason) in settings.IgnoredRabbitMqKeys)
        {
            logger.IgnoredRabbitMqKey(entry.Place, entry.Key, reason);
        }

        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(logger.Stopping);
    }

    private static string List<T>(IReadOnlyList<T> endpoints) => endpoints.Count == 0 ? "off" : string.Join(", ", endpoints);
}
