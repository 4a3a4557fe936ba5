using AmqpBroker.Core.DeadLetters;
using AmqpBroker.Management.Api;
using AmqpBroker.Management.Resources;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Management.Explaining;

/// <summary>Says where a message would go, and why; nothing is published.</summary>
internal static class ExplainEndpoints
{
    private const string Path = "/api/explain/{vhost}/{exchange}";

    public static void Map(ApiMap map)
    {
        map.Get(Path, ApiAccess.VirtualHost, "Which queues a message with a routing_key would reach, and by which bindings.",
            static request => AnswerAsync(request, request.Query("routing_key") ?? string.Empty, BasicProperties.Empty));
        map.Ask(Path, ApiAccess.VirtualHost, "The same for a message with a routing_key and properties.", static async request =>
        {
            var body = await request.ReadBodyAsync();
            var properties = body["properties"] is { } json ? MessageProperties.Read(json) : BasicProperties.Empty;
            await AnswerAsync(request, body.Text("routing_key") ?? string.Empty, properties);
        });
    }

    private static ValueTask AnswerAsync(ApiRequest request, string routingKey, BasicProperties properties)
    {
        var headers = properties.Headers ?? FieldTable.Empty;
        IReadOnlyList<string> keys =
            [ShortStrings.Require("routing_key", routingKey), .. CarbonCopies.KeysOf(headers, CarbonCopies.Visible), .. CarbonCopies.KeysOf(headers, CarbonCopies.Blind)];
        try
        {
            var explanation = request.VirtualHost.Routes.Explain(ExchangeNames.FromPath(request.Segment("exchange")), keys, properties);
            return request.AnswerAsync(explanation, ExplanationJson.Write);
        }
        catch (ChannelException missing) when (missing.Code == ReplyCode.NotFound)
        {
            throw ApiErrors.NotFound();
        }
    }
}
