using AmqpBroker.Core;
using AmqpBroker.Core.Clients;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Clients;

/// <summary>Connections, channels and consumers.</summary>
internal static class ClientEndpoints
{
    private const int LongestReason = 200;

    public static void Map(ApiMap map)
    {
        const ApiAccess Own = ApiAccess.Management;
        map.Get("/api/connections", Own, "The open connections.", static request =>
            request.AnswerPageAsync(VisibleClients.Connections(request), Connections(request).Rows));
        map.Get("/api/connections/{connection}", Own, "A connection.", static request =>
            request.AnswerAsync(VisibleClients.Connection(request), Connections(request).Write));
        map.Delete("/api/connections/{connection}", Own, "Closes a connection; its client is told the text of the header X-Reason.", CloseAsync);
        map.Get("/api/connections/{connection}/channels", Own, "The channels of a connection.", static request =>
            request.AnswerListAsync(VisibleClients.Connection(request).ListChannels(), Channels(request).Rows));
        map.Get("/api/connections/username/{user}", Own, "The connections of a user, in short.", static request =>
            request.AnswerPageAsync(OfUser(request), Connections(request).ShortRows));
        map.Delete("/api/connections/username/{user}", Own, "Closes all connections of a user.", CloseUserAsync);
        map.Get("/api/vhosts/{vhost}/connections", ApiAccess.VirtualHost, "The connections of a virtual host.", static request =>
            request.AnswerListAsync(VisibleClients.OfVirtualHost(request), Connections(request).Rows));
        map.Get("/api/vhosts/{vhost}/channels", ApiAccess.VirtualHost, "The channels of a virtual host.", static request =>
            request.AnswerListAsync(VisibleClients.ChannelsOf(VisibleClients.OfVirtualHost(request)), Channels(request).Rows));
        map.Get("/api/channels", Own, "The open channels.", static request =>
            request.AnswerPageAsync(VisibleClients.ChannelsOf(VisibleClients.Connections(request)), Channels(request).Rows));
        map.Get("/api/channels/{channel}", Own, "A channel.", static request =>
            request.AnswerAsync(VisibleClients.Channel(request), Channels(request).WriteWhole));
        map.Get("/api/consumers", ApiAccess.Management, "All consumers.", static request =>
            request.AnswerPageAsync(ConsumersOf(request, [.. request.VisibleVirtualHosts().Select(static host => host.Name)]), Consumers(request).Rows));
        map.Get("/api/consumers/{vhost}", ApiAccess.Management, "The consumers of a virtual host: none are shown to who may not enter it.", static request =>
            request.AnswerPageAsync(ConsumersOf(request, request.Caller.MaySee(request.VirtualHost.Name) ? [request.VirtualHost.Name] : []), Consumers(request).Rows));
    }

    private static BrokerIdentity Identity(ApiRequest request) => request.Services.GetRequiredService<BrokerIdentity>();

    private static ConnectionJson Connections(ApiRequest request) => new(Identity(request), StatQuery.Read(request));

    private static ChannelJson Channels(ApiRequest request) => new(Identity(request), StatQuery.Read(request));

    private static ConsumerJson Consumers(ApiRequest request) => new(Identity(request));

    private static IEnumerable<ListedConsumer> ConsumersOf(ApiRequest request, HashSet<string> hosts) =>
        from connection in request.Broker.Clients.List()
        where hosts.Contains(connection.VirtualHost)
        from channel in connection.ListChannels()
        from consumer in channel.ListConsumers()
        select new ListedConsumer(channel, consumer);

    private static IEnumerable<IClientConnection> OfUser(ApiRequest request)
    {
        var user = request.Segment("user");
        return VisibleClients.MaySee(request, user)
            ? request.Broker.Clients.List().Where(connection => connection.User == user)
            : throw ApiErrors.NotForThisUser();
    }

    private static ValueTask CloseAsync(ApiRequest request)
    {
        var connection = VisibleClients.Connection(request);
        RequireToClose(request, connection.User);
        connection.Close(ReasonOf(request));
        return request.AnswerDoneAsync();
    }

    private static ValueTask CloseUserAsync(ApiRequest request)
    {
        var user = request.Segment("user");
        RequireToClose(request, user);
        request.Broker.Clients.CloseUser(user, ReasonOf(request));
        return request.AnswerDoneAsync();
    }

    // Who may look may not close yet.
    private static void RequireToClose(ApiRequest request, string user)
    {
        if (!request.Caller.IsAdministrator && request.Caller.Name != user)
        {
            throw ApiErrors.NotForThisUser();
        }
    }

    private static ConnectionException ReasonOf(ApiRequest request)
    {
        var reason = request.Http.Request.Headers["X-Reason"].ToString();
        return reason.Length == 0
            ? ConnectionErrors.ClosedByManagement()
            : ConnectionErrors.ClosedByOperator(reason.Length > LongestReason ? reason[..LongestReason] : reason);
    }
}
