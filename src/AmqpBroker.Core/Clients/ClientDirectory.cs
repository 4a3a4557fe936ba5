using System.Collections.Concurrent;
using AmqpBroker.Core.Limits;
using AmqpBroker.Protocol;

namespace AmqpBroker.Core.Clients;

/// <summary>The open connections of a broker, and which have been closed last. Any thread.</summary>
/// <param name="timeProvider">The clock.</param>
public sealed class ClientDirectory(TimeProvider timeProvider)
{
    private readonly ConcurrentDictionary<IClientConnection, bool> _open = new();

    /// <summary>Connections open.</summary>
    public int Count => _open.Count;

    /// <summary>Most connections there may be; 0 for no limit.</summary>
    public int MaxConnections { get; set; }

    /// <summary>Connections admitted, as <see cref="MaxConnections"/> counts them.</summary>
    public Tally Admitted { get; } = new();

    /// <summary>The connections and channels closed last.</summary>
    public ClosedClients Closed { get; } = new(timeProvider);

    /// <summary>A connection has been opened (connection.open-ok).</summary>
    public void Add(IClientConnection connection) => _open.TryAdd(connection, true);

    /// <summary>A connection is open no more.</summary>
    /// <returns>Whether it was.</returns>
    public bool Remove(IClientConnection connection) => _open.TryRemove(connection, out _);

    /// <summary>The connections open at this moment, in no order.</summary>
    public IReadOnlyList<IClientConnection> List() => [.. _open.Select(static entry => entry.Key)];

    /// <summary>Finds a connection by its name; null when there is none. Looks at all of them.</summary>
    public IClientConnection? Find(string name) =>
        _open.Select(static entry => entry.Key).FirstOrDefault(connection => string.Equals(connection.Name, name, StringComparison.Ordinal));

    /// <summary>Has all connections closed for which something holds; returns when they have been asked, not when they are gone.</summary>
    /// <param name="condition">Such as that it is a certain user's.</param>
    /// <param name="reason">What the clients are told, see <see cref="Protocol.Errors.ConnectionErrors"/>.</param>
    /// <returns>How many have been asked.</returns>
    public int CloseWhere(Func<IClientConnection, bool> condition, ConnectionException reason)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var count = 0;
        foreach (var (connection, _) in _open)
        {
            if (condition(connection))
            {
                connection.Close(reason);
                count++;
            }
        }

        return count;
    }

    /// <summary>Has a user's connections closed.</summary>
    /// <inheritdoc cref="CloseWhere" path="/returns"/>
    public int CloseUser(string user, ConnectionException reason) =>
        CloseWhere(connection => string.Equals(connection.User, user, StringComparison.Ordinal), reason);

    /// <summary>Has a virtual host's connections closed.</summary>
    /// <inheritdoc cref="CloseWhere" path="/returns"/>
    public int CloseVirtualHost(string virtualHost, ConnectionException reason) =>
        CloseWhere(connection => string.Equals(connection.VirtualHost, virtualHost, StringComparison.Ordinal), reason);
}
