using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AmqpBroker.Server.Hosting;

/// <summary>Watches memory and disk as long as the broker runs; the first time before anyone is let in.</summary>
internal sealed class ResourceMonitorService(
    IOptions<AmqpBrokerOptions> options,
    BrokerHolder holder,
    IResourceFigures figures,
    TimeProvider timeProvider,
    ILogger<ResourceMonitorService> logger) : IHostedService, IDisposable
{
    /// <summary>A publisher may bring hundreds of megabytes a second; looking costs some 20 us.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        var limits = ResourceLimits.From(options.Value.Storage, MachineMemory.Total);
        var monitor = new ResourceMonitor(limits, figures, holder.Broker.Alarms, logger);
        monitor.Check();
        _watching = WatchAsync(monitor);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _watching;
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

    private async Task WatchAsync(ResourceMonitor monitor)
    {
        using var timer = new PeriodicTimer(Interval, timeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                monitor.Check();
            }
        }
        catch (OperationCanceledException)
        {
            // The broker stops.
        }
    }
}
