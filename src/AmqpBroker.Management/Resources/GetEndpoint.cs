using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Json;
using AmqpBroker.Protocol;

namespace AmqpBroker.Management.Resources;

/// <summary>Shows messages of a queue, and gives them back or lets them go.</summary>
internal static class GetEndpoint
{
    public static void Map(ApiMap map) => map.Ask(
        "/api/queues/{vhost}/{name}/get", ApiAccess.VirtualHost, "Takes messages off a queue; ackmode says what becomes of them.", GetAsync);

    private static async ValueTask GetAsync(ApiRequest request)
    {
        var body = await request.ReadBodyAsync();
        body.Require("ackmode", "count", "encoding");
        var count = ReadCount(body);
        var outcome = ReadOutcome(body);
        var asBase64 = MessagePayload.ReadEncoding(body.Text("encoding"));
        var truncate = ReadTruncate(body);

        var messages = new GetMessages(FindQueue(request), isNoAck: outcome == SettleOutcome.Forget);
        try
        {
            using var answer = new PooledBuffer();
            await messages.TakeAsync(count, request.Http.RequestAborted);
            JsonAnswer.Write(answer, messages, (writer, messages) => messages.Write(writer, (int)Math.Min(truncate, int.MaxValue), asBase64));
            messages.Settle(outcome);
            await JsonAnswer.SendAsync(request.Http, answer);
        }
        finally
        {
            // What was taken and not settled, since something went wrong, goes back.
            messages.Settle(SettleOutcome.Requeue);
        }
    }

    private static Queue FindQueue(ApiRequest request)
    {
        var (virtualHost, name) = (request.VirtualHost, request.Segment("name"));
        var rights = request.Caller.RequireEntry(virtualHost);
        try
        {
            rights.RequireQueue(Right.Read, name);
            return virtualHost.GetQueue(name, request.Caller);
        }
        catch (AmqpException refused)
        {
            throw refused.Code switch
            {
                ReplyCode.NotFound => ApiErrors.NotFound(refused.ReplyText),
                ReplyCode.AccessRefused => ApiErrors.Refused(refused.ReplyText),
                _ => ApiFailures.OfChannel(refused),
            };
        }
    }

    // A negative count means everything, and so it does with RabbitMQ.
    private static long ReadCount(ApiBody body)
    {
        if (body["count"] is { ValueKind: System.Text.Json.JsonValueKind.Number } number && number.TryGetDouble(out var rounded))
        {
            return rounded < 0 ? long.MaxValue : (long)Math.Min(Math.Ceiling(rounded), int.MaxValue);
        }

        return ReadInteger(body, "count") is { } count and >= 0 ? count : long.MaxValue;
    }

    private static long ReadTruncate(ApiBody body) =>
        ReadInteger(body, "truncate") is not { } truncate ? int.MaxValue : truncate >= 0 ? truncate : throw ApiErrors.NotInteger("truncate");

    private static long? ReadInteger(ApiBody body, string name)
    {
        try
        {
            return body.Integer(name);
        }
        catch (ApiException)
        {
            throw ApiErrors.BadTerm("not_integer", body[name]!);
        }
    }

    private static SettleOutcome ReadOutcome(ApiBody body) => body.Text("ackmode") switch
    {
        "ack_requeue_true" or "reject_requeue_true" => SettleOutcome.Requeue,
        "ack_requeue_false" => SettleOutcome.Forget,
        "reject_requeue_false" => SettleOutcome.Reject,
        _ => throw ApiErrors.BadTerm("unknown", body["ackmode"]!),
    };
}
