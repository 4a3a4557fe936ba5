using System.Text;
using System.Text.Json;
using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Publishing;
using AmqpBroker.Management.Api;
using AmqpBroker.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>Publishes one message.</summary>
internal static class PublishEndpoint
{
    public static void Map(ApiMap map) => map.Ask(
        "/api/exchanges/{vhost}/{name}/publish", ApiAccess.VirtualHost, "Publishes a message, and says whether a queue has it.", PublishAsync);

    private static async ValueTask PublishAsync(ApiRequest request)
    {
        var virtualHost = request.VirtualHost;
        var exchange = ExchangeNames.FromPath(request.Segment("name"));
        var message = Read(await request.ReadBodyAsync(), exchange, request.Caller.Name);
        var rights = request.Caller.RequireEntry(virtualHost);
        PublishOutcome outcome;
        try
        {
            rights.RequireExchange(Right.Write, exchange);
            rights.RequireTopic(Right.Write, virtualHost, exchange, message.RoutingKey);
            outcome = await request.Services.GetRequiredService<IMessagePublisher>().PublishAsync(virtualHost, message, request.Http.RequestAborted);
        }
        catch (AmqpException refused)
        {
            throw ApiFailures.OfChannel(refused);
        }

        if (outcome == PublishOutcome.Refused)
        {
            throw ApiErrors.BadRequest("rejected Unable to publish message. Check queue limits.");
        }

        await request.AnswerAsync(outcome == PublishOutcome.Routed, static (writer, isRouted) =>
        {
            writer.WriteStartObject();
            writer.WriteBoolean("routed", isRouted);
            writer.WriteEndObject();
        });
    }

    private static SingleMessage Read(ApiBody body, string exchange, string user)
    {
        body.Require("routing_key", "properties", "payload", "payload_encoding");
        var key = body["routing_key"] is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw ApiErrors.BadTerm("not_string", "routing_key");
        return new SingleMessage(
            exchange, ShortStrings.Require("routing_key", key), MessageProperties.Read(body["properties"]!.Value), ReadPayload(body), user);
    }

    private static byte[] ReadPayload(ApiBody body)
    {
        var encoding = body.Text("payload_encoding");
        if (encoding is not ("string" or "base64"))
        {
            throw ApiErrors.BadTerm("unsupported_encoding", body["payload_encoding"]!);
        }

        if (body["payload"] is not { ValueKind: JsonValueKind.String } payload)
        {
            throw ApiErrors.BadRequest("payload_not_string");
        }

        if (encoding == "string")
        {
            return Encoding.UTF8.GetBytes(payload.GetString()!);
        }

        return payload.TryGetBytesFromBase64(out var octets) ? octets : throw ApiErrors.BadTerm("not_base64", payload);
    }
}
