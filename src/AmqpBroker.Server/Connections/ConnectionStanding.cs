using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Server.Connections;

/// <summary>Ends a connection when its user or its virtual host is deleted. Confined to the connection, but that it is called by whoever deletes.</summary>
internal sealed class ConnectionStanding : IDisposable
{
    private readonly CancellationTokenRegistration _user;
    private readonly CancellationTokenRegistration _virtualHost;

    private ConnectionStanding(AmqpConnection connection, VirtualHost virtualHost)
    {
        var user = connection.Client.User;
        _user = Register(connection, ConnectionErrors.UserDeleted(user), connection.Broker.Users.DeletionOf(user));
        _virtualHost = Register(connection, ConnectionErrors.VhostDeleted(virtualHost.Name), virtualHost.Deleted);
    }

    /// <summary>Begins to watch. What was deleted before ends the connection at once.</summary>
    public static ConnectionStanding Watch(AmqpConnection connection, VirtualHost virtualHost) => new(connection, virtualHost);

    public void Dispose()
    {
        // Not waiting for a call that is under way: it only asks.
        _ = _user.Unregister();
        _ = _virtualHost.Unregister();
    }

    private static CancellationTokenRegistration Register(AmqpConnection connection, ConnectionException reason, CancellationToken deleted) =>
        deleted.UnsafeRegister(_ => connection.Lifetime.RequestShutdown(reason), null);
}
