using AmqpBroker.Core;
using AmqpBroker.Core.Nodes;
using AmqpBroker.Core.Statistics;
using Microsoft.Extensions.Hosting;

namespace AmqpBroker.Management.Statistics;

/// <summary>Has the broker sampled as long as it runs, and tells whoever waits for the next sample.</summary>
/// <remarks>Guarded by a lock of its own, held to take or replace the signal.</remarks>
internal sealed class SamplingService(Func<Broker> broker, INodeEnvironment environment) : IHostedService, IDisposable
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StatisticsSampler? _sampler;
    private NodeFigures? _node;

    /// <summary>Samples the broker; there once the service has been started.</summary>
    public StatisticsSampler Sampler => _sampler ?? throw new InvalidOperationException("sampling has not been started");

    /// <summary>The figures of the process; there once the service has been started.</summary>
    public NodeFigures Node => _node ?? throw new InvalidOperationException("sampling has not been started");

    /// <summary>Ends with the next sample.</summary>
    public Task NextSampleAsync()
    {
        lock (_gate)
        {
            return _next.Task;
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _node = new NodeFigures(broker(), environment);
        _sampler = new StatisticsSampler(broker()) { Sampled = OnSampled };
        _sampler.Start();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _sampler?.Dispose();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Dispose() => _sampler?.Dispose();

    private void OnSampled()
    {
        Node.Note();
        TaskCompletionSource passed;
        lock (_gate)
        {
            passed = _next;
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        passed.SetResult();
    }
}
