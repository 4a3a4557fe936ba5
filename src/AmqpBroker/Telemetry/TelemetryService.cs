using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace AmqpBroker.Telemetry;

/// <summary>Sends the broker's figures to a collector while the broker runs, the last of them when it stops.</summary>
/// <param name="options">Where they are sent.</param>
/// <param name="services">The broker is there only when it has been started.</param>
internal sealed class TelemetryService(TelemetryOptions options, IServiceProvider services) : IHostedService, IDisposable
{
    private const int LastSendMilliseconds = 2000;

    private BrokerMeter? _meter;
    private MeterProvider? _provider;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var identity = services.GetRequiredService<BrokerIdentity>();
        _meter = new BrokerMeter(services.GetRequiredService<Broker>(), services.GetRequiredService<INodeEnvironment>());
        _provider = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateDefault().AddService("amqpbroker", serviceVersion: ProductVersion.Text, serviceInstanceId: identity.NodeName))
            .AddMeter(BrokerMeter.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                exporter.Endpoint = EndpointOf(options);
                exporter.Protocol = options.Protocol == OtlpProtocol.Http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Interval.TotalMilliseconds;
            })
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Shutdown(LastSendMilliseconds);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _provider?.Dispose();
        _meter?.Dispose();
    }

    /// <summary>The exporter takes an address that is set in code as it is.</summary>
    private static Uri EndpointOf(TelemetryOptions options)
    {
        var endpoint = new Uri(options.Endpoint ?? throw new ArgumentException("no endpoint", nameof(options)));
        return options.Protocol == OtlpProtocol.Http && endpoint.AbsolutePath == "/" ? new Uri(endpoint, "/v1/metrics") : endpoint;
    }
}
