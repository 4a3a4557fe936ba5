using AmqpBroker.Core;
using AmqpBroker.Core.Limits;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Server.Connections;

/// <summary>What one open connection counts for among all, and those of its virtual host and user. Confined to the input loop.</summary>
internal sealed class Admission
{
    private readonly Tally _all;
    private readonly VirtualHostLimits _host;
    private readonly UserLimits _user;
    private readonly string _userName;
    private bool _hasLeft;

    private Admission(Tally all, VirtualHostLimits host, UserLimits user, string userName)
    {
        _all = all;
        _host = host;
        _user = user;
        _userName = userName;
    }

    /// <summary>Counts a connection.</summary>
    /// <exception cref="ConnectionException">530: there are as many as there may be.</exception>
    public static Admission Enter(Broker broker, VirtualHost virtualHost, string userName)
    {
        var (all, host, user) = (broker.Clients.Admitted, virtualHost.Limits, broker.UserLimits.Of(userName));
        var limit = broker.Clients.MaxConnections;
        if (!all.TryAdd(limit == 0 ? null : limit))
        {
            throw HandshakeErrors.NodeConnectionLimitReached(limit);
        }

        var (hostLimit, userLimit) = (host.MaxConnections, user.MaxConnections);
        if (!host.Connections.TryAdd(hostLimit))
        {
            all.Remove();
            throw HandshakeErrors.VhostConnectionLimitReached(virtualHost.Name, userName, hostLimit ?? 0);
        }

        if (!user.Connections.TryAdd(userLimit))
        {
            host.Connections.Remove();
            all.Remove();
            throw HandshakeErrors.UserConnectionLimitReached(userName, userLimit ?? 0);
        }

        return new Admission(all, host, user, userName);
    }

    /// <summary>Counts a channel.</summary>
    /// <exception cref="ConnectionException">530: its user has as many as it may.</exception>
    public void OpenChannel()
    {
        var limit = _user.MaxChannels;
        if (!_user.Channels.TryAdd(limit))
        {
            throw ChannelErrors.UserLimitReached(_userName, limit ?? 0);
        }
    }

    /// <summary>A channel counts no more.</summary>
    public void CloseChannel() => _user.Channels.Remove();

    /// <summary>The connection counts no more.</summary>
    public void Leave()
    {
        if (!_hasLeft)
        {
            _hasLeft = true;
            _all.Remove();
            _host.Connections.Remove();
            _user.Connections.Remove();
        }
    }
}
