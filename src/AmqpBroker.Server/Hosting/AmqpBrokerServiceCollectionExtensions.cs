using AmqpBroker.Core;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Publishing;
using AmqpBroker.Server.Connections;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Server.Publishing;
using AmqpBroker.Storage.Files;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// The namespace where hosts look for such methods, so that one line is enough to add the broker.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the broker to any .NET host.</summary>
public static class AmqpBrokerServiceCollectionExtensions
{
    /// <summary>
    /// Adds the broker as a hosted service: it listens when the host has started, and closes its connections when the
    /// host stops. <see cref="AmqpBrokerEndpoints"/> tells the ports; <see cref="Broker"/> is the model, to be asked for once the
    /// host has started.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Settings in code, applied after those bound from configuration.</param>
    /// <exception cref="OptionsValidationException">Thrown by the host's start: settings are wrong; lists all of them.</exception>
    /// <exception cref="AmqpBrokerStartException">Thrown by the host's start: a port is taken, a certificate unreadable.</exception>
    public static IServiceCollection AddAmqpBroker(this IServiceCollection services, Action<AmqpBrokerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<AmqpBrokerOptions>, AmqpBrokerOptionsValidator>();
        var options = services.AddOptions<AmqpBrokerOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<AmqpBrokerEndpoints>();
        services.TryAddSingleton<ListenerDirectory>();
        services.AddSingleton<BrokerHolder>();
        services.AddSingleton(static provider => provider.GetRequiredService<BrokerHolder>().Broker);
        services.AddSingleton(static provider => ToSettings(provider.GetRequiredService<IOptions<AmqpBrokerOptions>>().Value.Amqp));
        services.AddSingleton(static provider => new BrokerIdentity
        {
            RabbitMqVersion = provider.GetRequiredService<IOptions<AmqpBrokerOptions>>().Value.Amqp.RabbitMqVersion,
        });
        services.AddSingleton<IMessagePublisher>(static provider => new SinglePublisher(provider.GetRequiredService<Broker>));
        services.AddSingleton<IBrokerStartup, AuditStartup>();
        services.AddSingleton<ConnectionTicker>();
        services.AddSingleton<AmqpConnectionHandler>();
        services.AddHostedService<StorageService>();
        services.TryAddSingleton<IResourceFigures, SystemResourceFigures>();
        services.AddSingleton<FileActivity>();
        services.AddSingleton<INodeEnvironment, NodeEnvironment>();
        services.AddHostedService<ResourceMonitorService>();
        services.AddHostedService<AmqpListener>();
        return services;
    }

    private static ConnectionSettings ToSettings(AmqpOptions options) => new()
    {
        FrameMax = options.FrameMax,
        ChannelMax = (ushort)options.ChannelMax,
        Heartbeat = (ushort)options.Heartbeat,
        HandshakeTimeout = options.HandshakeTimeout,
        ConsumerTimeout = options.ConsumerTimeout,
        MaxMessageSize = options.MaxMessageSize,
        CertificateLogin = options.CertificateLogin,
        ServerProperties = ServerProperties.Create(options),
    };
}
