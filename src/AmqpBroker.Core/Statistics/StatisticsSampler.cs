using AmqpBroker.Core.VirtualHosts;

namespace AmqpBroker.Core.Statistics;

/// <summary>Has everything in a broker counted together: at each tick, and when somebody wants to know.</summary>
/// <remarks>
/// One at a time does so, and whoever comes meanwhile finds figures that are as good as new. It takes each queue's lock for as long as reading a dozen
/// numbers takes, and no two locks at once.
/// </remarks>
public sealed class StatisticsSampler : IDisposable
{
    private readonly Broker _broker;
    private readonly BrokerStatistics _statistics;
    private ITimer? _timer;
    private int _isBusy;

    /// <summary>Makes a sampler; nothing happens before <see cref="Start"/>.</summary>
    public StatisticsSampler(Broker broker)
    {
        ArgumentNullException.ThrowIfNull(broker);
        _broker = broker;
        _statistics = broker.Statistics;
    }

    /// <summary>Called at the end of each tick, on the thread that sampled.</summary>
    public Action? Sampled { get; set; }

    /// <summary>Begins to sample, at moments that are multiples of the interval.</summary>
    public void Start()
    {
        var interval = _statistics.Timeline.Interval;
        var first = interval - (_broker.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds() % interval);
        _timer = _broker.TimeProvider.CreateTimer(
            static sampler => ((StatisticsSampler)sampler!).Sample(), this, TimeSpan.FromMilliseconds(first), TimeSpan.FromMilliseconds(interval));
    }

    /// <summary>Ends the present tick: what has happened until now belongs to it.</summary>
    public void Sample()
    {
        var tick = _statistics.Timeline.TickAt(_broker.TimeProvider.GetUtcNow());
        if (TryCollect(tick))
        {
            lock (_statistics.Timeline.Gate)
            {
                _statistics.Timeline.MoveTo(tick);
            }

            Sampled?.Invoke();
        }
    }

    /// <summary>Counts what has happened since the last tick; rates and samples do not show it before the next.</summary>
    public void Refresh() => TryCollect(_statistics.Timeline.Tick + 1);

    /// <summary>Forgets what has been, but for what there is now.</summary>
    public void Reset()
    {
        Refresh();
        _statistics.Reset(_broker.VirtualHosts.Select(static host => host.Totals));
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private bool TryCollect(long tick)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            return false;
        }

        try
        {
            var hosts = _broker.VirtualHosts;
            foreach (var host in hosts)
            {
                foreach (var queue in host.ListQueues())
                {
                    _statistics.Collect(queue, host.Totals, tick);
                }
            }

            CollectClients(tick);
            Note(hosts, tick);
            return true;
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    private void CollectClients(long tick)
    {
        foreach (var connection in _broker.Clients.List())
        {
            _statistics.Collect(connection, _broker.TryGetVirtualHost(connection.VirtualHost, out var host) ? host.Totals : null, tick);
            foreach (var channel in connection.ListChannels())
            {
                _statistics.Collect(channel, tick);
            }
        }
    }

    private void Note(IReadOnlyList<VirtualHost> hosts, long tick)
    {
        lock (_statistics.Timeline.Gate)
        {
            foreach (var host in hosts)
            {
                host.Totals.Note(tick);
            }

            _statistics.Totals.Note(tick);
        }
    }
}
