using AmqpBroker.Configuration;
using AmqpBroker.Logging;
using AmqpBroker.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Serving;

/// <summary>Composes the host of the broker from finished settings.</summary>
internal static class BrokerHost
{
    /// <summary>A supervisor waits five seconds before it kills; what is left is for the host's own end.</summary>
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(4);

    public static IHost Build(BrokerSettings settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddBrokerConsole(settings.Logging);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTimeout);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.AddAmqpBroker(broker =>
        {
            broker.Amqp = settings.Broker.Amqp;
            broker.Storage = settings.Broker.Storage;
        });
        builder.Services.AddSingleton(Options.Create(settings.Management));
        builder.Services.AddAmqpBrokerManagement();
        if (settings.Telemetry.Endpoint is not null)
        {
            builder.Services.AddSingleton(settings.Telemetry);
            builder.Services.AddHostedService<TelemetryService>();
        }

        return builder.Build();
    }
}
