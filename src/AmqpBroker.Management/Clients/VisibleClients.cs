using AmqpBroker.Core.Clients;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Clients;

/// <summary>Which connections and channels a caller may see: monitoring users and administrators all, others their own.</summary>
internal static class VisibleClients
{
    /// <summary>The connections; with the header <c>x-vhost</c> those of that virtual host.</summary>
    public static IEnumerable<IClientConnection> Connections(ApiRequest request)
    {
        var only = request.OnlyVirtualHost;
        return request.Broker.Clients.List().Where(connection =>
            MaySee(request, connection.User) && (only.Length == 0 || connection.VirtualHost == only));
    }

    /// <summary>Those that ended; with the header <c>x-vhost</c> those of that virtual host.</summary>
    public static IEnumerable<ClosedClient> Closed(ApiRequest request)
    {
        var only = request.OnlyVirtualHost;
        return request.Broker.Clients.Closed.List().Where(closed =>
            MaySee(request, closed.User) && (only.Length == 0 || closed.VirtualHost == only));
    }

    /// <summary>The connections of the virtual host in the path.</summary>
    public static IEnumerable<IClientConnection> OfVirtualHost(ApiRequest request)
    {
        var name = request.VirtualHost.Name;
        return Connections(request).Where(connection => connection.VirtualHost == name);
    }

    /// <summary>The channels of connections.</summary>
    public static IEnumerable<IClientChannel> ChannelsOf(IEnumerable<IClientConnection> connections) =>
        connections.SelectMany(static connection => connection.ListChannels());

    /// <summary>The connection in the path.</summary>
    /// <exception cref="ApiException">404: there is none. 401: it is another's.</exception>
    public static IClientConnection Connection(ApiRequest request)
    {
        var connection = request.Broker.Clients.Find(request.Segment("connection")) ?? throw ApiErrors.NotFound();
        return MaySee(request, connection.User) ? connection : throw ApiErrors.NotForThisUser();
    }

    /// <summary>The channel in the path.</summary>
    /// <exception cref="ApiException">404: there is none. 401: it is another's.</exception>
    public static IClientChannel Channel(ApiRequest request)
    {
        var name = request.Segment("channel");
        var end = name.LastIndexOf(" (", StringComparison.Ordinal);
        var connection = (end < 0 ? null : request.Broker.Clients.Find(name[..end])) ?? throw ApiErrors.NotFound();
        var channel = connection.ListChannels().FirstOrDefault(channel => channel.Name == name) ?? throw ApiErrors.NotFound();
        return MaySee(request, connection.User) ? channel : throw ApiErrors.NotForThisUser();
    }

    /// <summary>Whether the caller may see what is a user's.</summary>
    public static bool MaySee(ApiRequest request, string user) => request.Caller.IsMonitor || request.Caller.Name == user;
}
