using System.Collections.Concurrent;
using AmqpBroker.Protocol;

namespace AmqpBroker.Server.Connections;

/// <summary>All open connections, and the one timer that drives their heartbeats and deadlines.</summary>
internal sealed class ConnectionTicker : IDisposable
{
    /// <summary>Ticks in a second.</summary>
    public const int PerSecond = 2;

    private readonly ConcurrentDictionary<AmqpConnection, bool> _connections = new();
    private readonly ITimer _timer;

    public ConnectionTicker(TimeProvider timeProvider)
    {
        _timer = timeProvider.CreateTimer(static ticker => ((ConnectionTicker)ticker!).Tick(), this, Interval, Interval);
    }

    /// <summary>The length of a tick: half the shortest heartbeat, since a heartbeat is due after half of it.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1.0 / PerSecond);

    /// <summary>Connections open.</summary>
    public int Count => _connections.Count;

    public void Add(AmqpConnection connection) => _connections.TryAdd(connection, true);

    public void Remove(AmqpConnection connection) => _connections.TryRemove(connection, out _);

    /// <summary>Asks every connection to close.</summary>
    public void RequestShutdown(ConnectionException reason)
    {
        foreach (var (connection, _) in _connections)
        {
            connection.Lifetime.RequestShutdown(reason);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Tick()
    {
        foreach (var (connection, _) in _connections)
        {
            connection.Lifetime.Tick();
            connection.Watch.Tick();
        }
    }
}
