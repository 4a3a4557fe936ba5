using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Tracing;
using AmqpBroker.Serving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace AmqpBroker.Telemetry;

/// <summary>Sends the broker's figures and the spans of its messages to a collector while the broker runs, the last of them when it stops.</summary>
/// <param name="options">Where they are sent.</param>
/// <param name="services">The broker is there only when it has been started.</param>
internal sealed class TelemetryService(TelemetryOptions options, IServiceProvider services) : IHostedService, IDisposable
{
    private const int LastSendMilliseconds = 1500;

    private BrokerMeter? _meter;
    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var identity = services.GetRequiredService<BrokerIdentity>();
        var resource = ResourceBuilder.CreateDefault().AddService("amqpbroker", serviceVersion: ProductVersion.Text, serviceInstanceId: identity.NodeName);
        _meter = new BrokerMeter(services.GetRequiredService<Broker>(), services.GetRequiredService<INodeEnvironment>());
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(BrokerMeter.Name)
            .AddOtlpExporter((exporter, reader) =>
            {
                OtlpEndpoint.SetMetrics(exporter, options);
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)options.Interval.TotalMilliseconds;
            })
            .Build();
        _traces = options.Traces ? BuildTraces(resource) : null;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Shutdown(LastSendMilliseconds);
        _metrics?.Shutdown(LastSendMilliseconds);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        _meter?.Dispose();
    }

    /// <summary>Who publishes decides for the messages that belong to a trace; a listener of the others is there only when some of them are to begin one.</summary>
    private TracerProvider BuildTraces(ResourceBuilder resource)
    {
        var builder = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .SetSampler(new ParentBasedSampler(new TraceIdRatioBasedSampler(options.RootTraceRatio)))
            .AddSource(MessageTracing.SourceName)
            .AddOtlpExporter(exporter => OtlpEndpoint.SetTraces(exporter, options));
        return (options.RootTraceRatio > 0 ? builder.AddSource(MessageTracing.RootSourceName) : builder).Build();
    }
}
