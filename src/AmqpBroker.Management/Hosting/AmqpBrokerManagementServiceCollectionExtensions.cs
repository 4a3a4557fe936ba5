using AmqpBroker.Core;
using AmqpBroker.Core.Listeners;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Management.Access;
using AmqpBroker.Management.Definitions;
using AmqpBroker.Management.Hosting;
using AmqpBroker.Management.Statistics;
using AmqpBroker.Management.Transfers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

// The namespace where hosts look for such methods, so that one line is enough to add the API.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the management API to any .NET host that has the broker.</summary>
public static class AmqpBrokerManagementServiceCollectionExtensions
{
    /// <summary>
    /// Adds the management API as a hosted service. Add it after the broker: it is started after it, and stopped before it.
    /// <see cref="ManagementEndpoints"/> tells the port.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Settings in code, applied after those bound from configuration.</param>
    /// <exception cref="OptionsValidationException">Thrown by the host's start: settings are wrong; lists all of them.</exception>
    /// <exception cref="ManagementStartException">Thrown by the host's start: a port is taken.</exception>
    public static IServiceCollection AddAmqpBrokerManagement(this IServiceCollection services, Action<ManagementOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new BrokerIdentity());
        services.TryAddSingleton<ListenerDirectory>();
        services.AddSingleton<IValidateOptions<ManagementOptions>, ManagementOptionsValidator>();
        var options = services.AddOptions<ManagementOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddSingleton<IBrokerStartup, DefinitionsStartup>();
        services.AddSingleton<ManagementEndpoints>();
        services.AddSingleton(static provider => new Sessions(
            provider.GetRequiredService<Broker>().Users,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<IOptions<ManagementOptions>>().Value.SessionTimeout));
        services.AddSingleton(static provider => new SamplingService(provider.GetRequiredService<Broker>, provider.GetRequiredService<INodeEnvironment>()));
        services.AddHostedService(static provider => provider.GetRequiredService<SamplingService>());
        services.AddSingleton(static provider => new TransferService(provider.GetRequiredService<Broker>, provider));
        services.AddHostedService(static provider => provider.GetRequiredService<TransferService>());
        services.AddHostedService<ManagementListener>();
        return services;
    }

    /// <summary>
    /// Adds a port for Prometheus alone, on which nobody has to log in. Add it after the management API, on whose port the same is served.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configure">Settings in code, applied after those bound from configuration.</param>
    /// <exception cref="OptionsValidationException">Thrown by the host's start: settings are wrong; lists all of them.</exception>
    /// <exception cref="ManagementStartException">Thrown by the host's start: a port is taken.</exception>
    public static IServiceCollection AddAmqpBrokerPrometheus(this IServiceCollection services, Action<PrometheusOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IValidateOptions<PrometheusOptions>, PrometheusOptionsValidator>();
        var options = services.AddOptions<PrometheusOptions>().ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.AddHostedService<PrometheusListener>();
        return services;
    }
}
