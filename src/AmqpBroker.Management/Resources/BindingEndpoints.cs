using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Management.Resources;

/// <summary>Bindings: listed, made, removed.</summary>
internal static class BindingEndpoints
{
    private const string ToQueue = "/api/bindings/{vhost}/e/{source}/q/{destination}";
    private const string ToExchange = "/api/bindings/{vhost}/e/{source}/e/{destination}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/bindings", ApiAccess.Management, "All bindings.", static request => request.AnswerListAsync(
            request.VisibleVirtualHosts().SelectMany(static virtualHost => In(virtualHost, virtualHost.Listing.Bindings())), BindingJson.Rows));
        map.Get("/api/bindings/{vhost}", ApiAccess.VirtualHost, "The bindings of a virtual host.",
            static request => AnswerAsync(request, request.VirtualHost.Listing.Bindings()));
        map.Get("/api/exchanges/{vhost}/{name}/bindings/source", ApiAccess.VirtualHost, "The bindings from an exchange.",
            static request => AnswerAsync(request, request.VirtualHost.Listing.BindingsFrom(ExchangeNames.FromPath(request.Segment("name")))));
        map.Get("/api/exchanges/{vhost}/{name}/bindings/destination", ApiAccess.VirtualHost, "The bindings to an exchange.",
            static request => AnswerAsync(request, request.VirtualHost.Listing.BindingsToExchange(ExchangeNames.FromPath(request.Segment("name")))));
        map.Get("/api/queues/{vhost}/{name}/bindings", ApiAccess.VirtualHost, "The bindings to a queue.",
            static request => AnswerAsync(request, request.VirtualHost.Listing.BindingsToQueue(request.Segment("name"))));
        MapBetween(map, ToQueue, "a queue", isToQueue: true);
        MapBetween(map, ToExchange, "another exchange", isToQueue: false);
    }

    private static void MapBetween(ApiMap map, string path, string destination, bool isToQueue)
    {
        map.Get(path, ApiAccess.VirtualHost, $"The bindings between an exchange and {destination}.",
            request => AnswerAsync(request, Between(request, isToQueue)));
        map.Post(path, ApiAccess.VirtualHost, $"Binds {destination} to an exchange.", request => BindAsync(request, isToQueue));
        map.Get($"{path}/{{props}}", ApiAccess.VirtualHost, $"A binding between an exchange and {destination}.",
            request => request.AnswerAsync((request.VirtualHost.Name, Find(request, isToQueue)), BindingJson.Rows.Write));
        map.Delete($"{path}/{{props}}", ApiAccess.VirtualHost, $"Removes a binding between an exchange and {destination}.", request => UnbindAsync(request, isToQueue));
    }

    private static ValueTask AnswerAsync(ApiRequest request, IReadOnlyList<Binding> bindings) =>
        request.AnswerListAsync(In(request.VirtualHost, bindings), BindingJson.Rows);

    private static IEnumerable<(string, Binding)> In(VirtualHost virtualHost, IReadOnlyList<Binding> bindings) =>
        bindings.Select(binding => (virtualHost.Name, binding));

    private static async ValueTask BindAsync(ApiRequest request, bool isToQueue)
    {
        var virtualHost = request.VirtualHost;
        var source = ExchangeNames.FromPath(request.Segment("source"));
        var destination = isToQueue ? request.Segment("destination") : ExchangeNames.FromPath(request.Segment("destination"));
        var body = await request.ReadBodyAsync();
        var key = ShortStrings.Require("routing_key", body.Text("routing_key") ?? string.Empty);
        var arguments = body.Table("arguments");
        RequireRights(request, isToQueue, source, destination, key);
        await (isToQueue
            ? virtualHost.BindQueueAsync(destination, source, key, arguments, request.Caller)
            : virtualHost.BindExchangeAsync(destination, source, key, arguments));
        var made = Between(request, isToQueue).FirstOrDefault(
            binding => binding.RoutingKey == key && Binding.AreSame(binding.Arguments, arguments)) ?? throw ApiErrors.NotFound();

        // Encoded a second time: clients take the last segment and decode it once.
        request.Http.Response.Headers.Location = $"{Uri.EscapeDataString(destination)}/{Uri.EscapeDataString(PropertiesKey.Of(made))}";
        await request.AnswerCreatedAsync(isNew: true);
    }

    private static async ValueTask UnbindAsync(ApiRequest request, bool isToQueue)
    {
        var binding = Find(request, isToQueue);
        if (binding.Source.Name.Length == 0)
        {
            throw ExchangeErrors.DefaultExchange();
        }

        var destination = binding.Queue?.Name ?? binding.Exchange!.Name; // one of the two, always
        RequireRights(request, isToQueue, binding.Source.Name, destination, binding.RoutingKey);
        await (isToQueue
            ? request.VirtualHost.UnbindQueueAsync(destination, binding.Source.Name, binding.RoutingKey, binding.Arguments, request.Caller)
            : request.VirtualHost.UnbindExchangeAsync(destination, binding.Source.Name, binding.RoutingKey, binding.Arguments));
        await request.AnswerDoneAsync();
    }

    private static void RequireRights(ApiRequest request, bool isToQueue, string source, string destination, string key)
    {
        if (isToQueue)
        {
            request.Caller.RequireQueue(Right.Write, request.VirtualHost, destination);
        }
        else
        {
            request.Caller.RequireExchange(Right.Write, request.VirtualHost, destination);
        }

        request.Caller.RequireExchange(Right.Read, request.VirtualHost, source);
        request.Caller.RequireTopic(Right.Read, request.VirtualHost, source, key);
    }

    private static Binding[] Between(ApiRequest request, bool isToQueue)
    {
        var listing = request.VirtualHost.Listing;
        var source = ExchangeNames.FromPath(request.Segment("source"));
        var destination = request.Segment("destination");
        var all = isToQueue ? listing.BindingsToQueue(destination) : listing.BindingsToExchange(ExchangeNames.FromPath(destination));
        return [.. all.Where(binding => binding.Source.Name == source)];
    }

    private static Binding Find(ApiRequest request, bool isToQueue)
    {
        var key = request.Segment("props");
        return Array.Find(Between(request, isToQueue), binding => PropertiesKey.Of(binding) == key) ?? throw ApiErrors.NotFound();
    }
}
