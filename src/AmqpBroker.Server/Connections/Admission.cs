using AmqpBroker.Core.Limits;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Server.Connections;

/// <summary>What one open connection counts for among those of its virtual host and user. Confined to the input loop.</summary>
internal sealed class Admission
{
    private readonly VirtualHostLimits _host;
    private readonly UserLimits _user;
    private readonly string _userName;
    private bool _hasLeft;

    private Admission(VirtualHostLimits host, UserLimits user, string userName)
    {
        _host = host;
        _user = user;
        _userName = userName;
    }

    /// <summary>Counts a connection.</summary>
    /// <exception cref="ConnectionException">530: there are as many as there may be.</exception>
    public static Admission Enter(string hostName, VirtualHostLimits host, string userName, UserLimits user)
    {
        var (hostLimit, userLimit) = (host.MaxConnections, user.MaxConnections);
        if (!host.Connections.TryAdd(hostLimit))
        {
            throw HandshakeErrors.VhostConnectionLimitReached(hostName, userName, hostLimit ?? 0);
        }

        if (!user.Connections.TryAdd(userLimit))
        {
            host.Connections.Remove();
            throw HandshakeErrors.UserConnectionLimitReached(userName, userLimit ?? 0);
        }

        return new Admission(host, user, userName);
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
            _host.Connections.Remove();
            _user.Connections.Remove();
        }
    }
}
