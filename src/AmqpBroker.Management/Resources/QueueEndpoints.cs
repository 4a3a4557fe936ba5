using AmqpBroker.Core;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Statistics;
using AmqpBroker.Protocol.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>Queues: listed, declared, deleted, purged.</summary>
internal static class QueueEndpoints
{
    private const string One = "/api/queues/{vhost}/{name}";

    public static void Map(ApiMap map)
    {
        map.Get("/api/queues", ApiAccess.Management, "All queues.", static request => ListAsync(request, request.VisibleVirtualHosts()));
        map.Get("/api/queues/{vhost}", ApiAccess.VirtualHost, "The queues of a virtual host.", static request => ListAsync(request, [request.VirtualHost]));
        map.Get(One, ApiAccess.VirtualHost, "A queue.", GetAsync);
        map.Put(One, ApiAccess.VirtualHost, "Declares a queue.", DeclareAsync);
        map.Delete(One, ApiAccess.VirtualHost, "Deletes a queue; with if-unused=true and if-empty=true only when it is.", DeleteAsync);
        map.Delete($"{One}/contents", ApiAccess.VirtualHost, "Drops the ready messages of a queue.", PurgeAsync);
        map.Post($"{One}/actions", ApiAccess.Administrator, "Synchronises a mirrored queue, which here is always in step.", ActAsync);
    }

    /// <summary>The queue that the path names, whoever may use it.</summary>
    /// <exception cref="ApiException">404: there is none of that name.</exception>
    public static Queue Find(ApiRequest request) => request.VirtualHost.Listing.FindQueue(request.Segment("name")) ?? throw ApiErrors.NotFound();

    private static ValueTask ListAsync(ApiRequest request, IEnumerable<VirtualHost> virtualHosts) =>
        request.AnswerPageAsync(virtualHosts.SelectMany(static virtualHost => virtualHost.ListQueues()), Json(request).Rows);

    private static ValueTask GetAsync(ApiRequest request) => request.AnswerAsync(Find(request), Json(request).WriteWhole);

    private static QueueJson Json(ApiRequest request)
    {
        var detail = (request.IsSet("disable_stats"), request.IsSet("enable_queue_totals")) switch
        {
            (false, _) => QueueDetail.All,
            (true, false) => QueueDetail.None,
            (true, true) => QueueDetail.Totals,
        };
        return new QueueJson(request.Services.GetRequiredService<BrokerIdentity>(), detail, StatQuery.Read(request));
    }

    private static async ValueTask DeclareAsync(ApiRequest request)
    {
        var virtualHost = request.VirtualHost;
        var name = ServerNames.Clean(request.Segment("name"));
        var body = await request.ReadBodyAsync();
        var wanted = new QueueDeclaration
        {
            Name = ShortStrings.RequireName("queue", name),
            IsDurable = body.Flag("durable"),
            IsAutoDelete = body.Flag("auto_delete"),
            Arguments = body.Table("arguments"),
        };
        var declaration = virtualHost.WithType(wanted);
        RequireThisNode(request, body.Text("node"));
        request.Caller.RequireQueue(Right.Configure, virtualHost, name);
        RequireDeadLetterRights(request, declaration);
        var isNew = virtualHost.Listing.FindQueue(name) is null;
        if (isNew && ServerNames.IsReserved(name))
        {
            throw QueueErrors.ReservedName(name);
        }

        var queue = await virtualHost.DeclareQueueAsync(declaration, request.Caller);
        queue.NoteUse();
        await request.AnswerCreatedAsync(isNew);
    }

    private static void RequireThisNode(ApiRequest request, string? node)
    {
        if (node is { Length: > 0 } && node != request.Services.GetRequiredService<BrokerIdentity>().NodeName)
        {
            throw ApiErrors.BadRequest($"Node {node} could not be contacted");
        }
    }

    private static void RequireDeadLetterRights(ApiRequest request, QueueDeclaration declaration)
    {
        if (declaration.Arguments.TryGet(QueueArguments.DeadLetterExchange, out var value) && value.TryGetString(out var exchange))
        {
            request.Caller.RequireQueue(Right.Read, request.VirtualHost, declaration.Name);
            request.Caller.RequireExchange(Right.Write, request.VirtualHost, exchange);
        }
    }

    private static async ValueTask DeleteAsync(ApiRequest request)
    {
        var queue = Find(request);
        request.Caller.RequireQueue(Right.Configure, request.VirtualHost, queue.Name);
        queue = request.VirtualHost.GetQueue(queue.Name, request.Caller);
        var (ifEmpty, ifUnused) = (request.IsSet("if-empty"), request.IsSet("if-unused"));
        if (queue.Settings.Quorum is not null && (ifEmpty || ifUnused))
        {
            throw QueueErrors.ConditionalDeleteNotSupported(queue.Name, queue.VirtualHost, ifUnused ? "if-unused" : "if-empty");
        }

        await queue.Restored;
        var conditions = (ifEmpty ? QueueDeleteConditions.IfEmpty : QueueDeleteConditions.None)
            | (ifUnused ? QueueDeleteConditions.IfUnused : QueueDeleteConditions.None);
        var deletion = await request.VirtualHost.DeleteQueueAsync(queue, conditions);
        deletion.NotifyConsumers();
        await request.AnswerDoneAsync();
    }

    private static async ValueTask PurgeAsync(ApiRequest request)
    {
        var queue = Find(request);
        request.Caller.RequireQueue(Right.Read, request.VirtualHost, queue.Name);
        queue = request.VirtualHost.GetQueue(queue.Name, request.Caller);
        await queue.Restored;
        queue.Purge();
        await request.AnswerDoneAsync();
    }

    private static async ValueTask ActAsync(ApiRequest request)
    {
        _ = Find(request);
        var body = await request.ReadBodyAsync();
        body.Require("action");
        if (body.Text("action") is not ("sync" or "cancel_sync"))
        {
            throw ApiErrors.BadTerm("unknown", body["action"]!); // it is there
        }

        await request.AnswerDoneAsync();
    }
}
