using System.Text.Json;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Resources;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Transfers;

/// <summary>Messages moved or copied from a queue to elsewhere by the server.</summary>
internal static class TransferEndpoints
{
    private const int MostPositions = 100_000;

    public static void Map(ApiMap map)
    {
        map.Post("/api/queues/{vhost}/{name}/transfers", ApiAccess.VirtualHost, "Starts to move or copy messages of a queue elsewhere.", StartAsync);
        map.Get("/api/transfers", ApiAccess.Management, "The transfers of messages that run, and the last that ended.", static request =>
            request.AnswerListAsync(Service(request).List().Where(transfer => MaySee(request, transfer)), TransferJson.Rows));
        map.Get("/api/transfers/{id}", ApiAccess.Management, "A transfer of messages.", static request => request.AnswerAsync(Find(request), TransferJson.Write));
        map.Delete("/api/transfers/{id}", ApiAccess.Management, "Cancels a transfer of messages; what has been moved stays moved.", CancelAsync);
    }

    private static TransferService Service(ApiRequest request) => request.Services.GetRequiredService<TransferService>();

    private static bool MaySee(ApiRequest request, Transfer transfer) => request.Caller.IsMonitor || request.Caller.Name == transfer.Order.Caller.Name;

    private static Transfer Find(ApiRequest request)
    {
        var transfer = Service(request).Find(request.Segment("id")) ?? throw ApiErrors.NotFound();
        return MaySee(request, transfer) ? transfer : throw ApiErrors.NotForThisUser();
    }

    private static ValueTask CancelAsync(ApiRequest request)
    {
        var transfer = Find(request);
        if (!request.Caller.IsAdministrator && request.Caller.Name != transfer.Order.Caller.Name)
        {
            throw ApiErrors.NotForThisUser();
        }

        transfer.Cancel();
        return request.AnswerDoneAsync();
    }

    private static async ValueTask StartAsync(ApiRequest request)
    {
        var host = request.VirtualHost;
        var source = QueueEndpoints.Find(request);
        var body = await request.ReadBodyAsync();
        body.Require("mode", "destination");
        var target = ReadTarget(request, body);
        request.Caller.RequireQueue(Right.Read, host, source.Name);
        if (target.Exchange is { } exchange)
        {
            request.Caller.RequireExchange(Right.Write, host, exchange);
        }

        var order = new TransferOrder
        {
            VirtualHost = host,
            Source = host.GetQueue(source.Name, request.Caller),
            Target = target,
            Caller = request.Caller,
            Address = ApiAudit.AddressOf(request.Http),
            IsCopy = body.Text("mode") switch
            {
                "copy" => true,
                "move" => false,
                _ => throw ApiErrors.BadTerm("unknown", body["mode"]!),
            },
            Count = ReadPositive(body, "count", long.MaxValue),
            Positions = ReadPositions(body),
            Rate = (int?)ReadPositive(body, "rate", 1_000_000),
        };
        await order.Source.Restored.WaitAsync(request.Http.RequestAborted);
        var transfer = Service(request).Start(order) ?? throw ApiErrors.BadRequest("too many transfers are running");
        request.Http.Response.StatusCode = StatusCodes.Status201Created;
        await request.AnswerAsync(transfer, TransferJson.Write);
    }

    private static TransferTarget ReadTarget(ApiRequest request, ApiBody body)
    {
        if (body["destination"] is not { ValueKind: JsonValueKind.Object } json)
        {
            throw ApiErrors.BadTerm("not_an_object", "destination");
        }

        if (json.TryGetProperty("original", out var original) && original.ValueKind == JsonValueKind.True)
        {
            return new TransferTarget(null, null);
        }

        var host = request.VirtualHost;
        if (Text(json, "queue") is { } queue)
        {
            return host.Listing.FindQueue(queue) is null
                ? throw ApiErrors.NotFound($"no queue '{queue}' in vhost '{host.Name}'")
                : new TransferTarget(string.Empty, queue);
        }

        var exchange = ExchangeNames.FromPath(Text(json, "exchange") ?? throw ApiErrors.KeysMissing(["queue"]));
        return host.Listing.FindExchange(exchange) is null
            ? throw ApiErrors.NotFound($"no exchange '{exchange}' in vhost '{host.Name}'")
            : new TransferTarget(exchange, Text(json, "routing_key"));
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? ShortStrings.Require(name, value.GetString()!) : throw ApiErrors.BadTerm("not_string", name);
    }

    private static long? ReadPositive(ApiBody body, string name, long most)
    {
        if (body[name] is null or { ValueKind: JsonValueKind.Null })
        {
            return null;
        }

        return body.Integer(name) is { } number && number > 0 && number <= most ? number : throw ApiErrors.NotInteger(name);
    }

    private static HashSet<long>? ReadPositions(ApiBody body)
    {
        if (body["positions"] is not { ValueKind: not JsonValueKind.Null } list)
        {
            return null;
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostPositions)
        {
            throw ApiErrors.BadTerm("not_a_list", "positions");
        }

        return [.. list.EnumerateArray().Select(static item =>
            item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out var position) ? position : throw ApiErrors.NotInteger("positions"))];
    }
}
