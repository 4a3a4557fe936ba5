using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Management.Resources;

/// <summary>Exchanges: listed, declared, deleted.</summary>
internal static class ExchangeEndpoints
{
    private const string One = "/api/exchanges/{vhost}/{name}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/exchanges", ApiAccess.Management, "All exchanges.", static request => ListAsync(request, request.VisibleVirtualHosts()));
        map.Get("/api/exchanges/{vhost}", ApiAccess.VirtualHost, "The exchanges of a virtual host.", static request => ListAsync(request, [request.VirtualHost]));
        map.Get(One, ApiAccess.VirtualHost, "An exchange.", GetAsync);
        map.Put(One, ApiAccess.VirtualHost, "Declares an exchange.", DeclareAsync);
        map.Delete(One, ApiAccess.VirtualHost, "Deletes an exchange; with if-unused=true only when nothing is bound from it.", DeleteAsync);
    }

    private static ValueTask ListAsync(ApiRequest request, IEnumerable<VirtualHost> virtualHosts) => request.AnswerPageAsync(
        virtualHosts.SelectMany(static virtualHost => virtualHost.ListExchanges().Select(exchange => (virtualHost.Name, exchange))), ExchangeJson.Rows(StatQuery.Read(request)));

    private static ValueTask GetAsync(ApiRequest request) => request.AnswerAsync((request.VirtualHost.Name, Find(request)), ExchangeJson.Whole(StatQuery.Read(request)));

    private static async ValueTask DeclareAsync(ApiRequest request)
    {
        var virtualHost = request.VirtualHost;
        var name = ShortStrings.RequireName("exchange", ServerNames.Clean(ExchangeNames.FromPath(request.Segment("name"))));
        var body = await request.ReadBodyAsync();
        var type = body.Text("type") ?? "direct";
        var declaration = new ExchangeDeclaration
        {
            Name = name,
            Type = ExchangeType.TryGet(type, out var known) ? known : throw ExchangeErrors.UnknownType(type),
            IsDurable = body.Flag("durable"),
            IsAutoDelete = body.Flag("auto_delete"),
            IsInternal = body.Flag("internal"),
            Arguments = body.Table("arguments"),
        };
        request.Caller.RequireExchange(Right.Configure, virtualHost, name);
        if (declaration.AlternateExchange is { } alternate)
        {
            request.Caller.RequireExchange(Right.Read, virtualHost, name);
            request.Caller.RequireExchange(Right.Write, virtualHost, alternate);
        }

        var isNew = virtualHost.Listing.FindExchange(name) is null;
        await virtualHost.DeclareExchangeAsync(declaration);
        await request.AnswerCreatedAsync(isNew);
    }

    private static async ValueTask DeleteAsync(ApiRequest request)
    {
        var exchange = Find(request);
        request.Caller.RequireExchange(Right.Configure, request.VirtualHost, exchange.Name);
        await request.VirtualHost.DeleteExchangeAsync(exchange.Name, ifUnused: request.IsSet("if-unused"));
        await request.AnswerDoneAsync();
    }

    private static Exchange Find(ApiRequest request) =>
        request.VirtualHost.Listing.FindExchange(ExchangeNames.FromPath(request.Segment("name"))) ?? throw ApiErrors.NotFound();
}
