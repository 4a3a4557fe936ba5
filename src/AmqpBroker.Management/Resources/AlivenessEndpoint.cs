using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Publishing;
using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;
using AmqpBroker.Protocol;
using AmqpBroker.Protocol.Content;
using Microsoft.Extensions.DependencyInjection;

namespace AmqpBroker.Management.Resources;

/// <summary>Sends a message through a queue of a virtual host, which stays behind for the next time.</summary>
internal static class AlivenessEndpoint
{
    private const string QueueName = "aliveness-test";
    private static readonly ReadOnlyMemory<byte> Body = "test_message"u8.ToArray();

    public static void Map(ApiMap map) => map.Get(
        "/api/aliveness-test/{vhost}", ApiAccess.VirtualHost, "Declares a queue, sends a message through it and says whether it came.", TestAsync);

    private static async ValueTask TestAsync(ApiRequest request)
    {
        var virtualHost = request.VirtualHost;
        RequireRights(request.Caller.RequireEntry(virtualHost));
        var queue = await virtualHost.DeclareQueueAsync(new QueueDeclaration { Name = QueueName }, request.Caller);
        var message = new SingleMessage(string.Empty, QueueName, BasicProperties.Empty, Body, request.Caller.Name);
        await request.Services.GetRequiredService<IMessagePublisher>().PublishAsync(virtualHost, message, request.Http.RequestAborted);
        var isAlive = queue.TryGet(out var came);
        if (isAlive)
        {
            queue.Settle([new SettledDelivery(came.Record, null)], SettleOutcome.Acknowledge);
        }

        await request.AnswerAsync(isAlive, static (writer, isAlive) =>
        {
            writer.WriteStartObject();
            writer.WriteString("status", isAlive ? "ok" : "failed");
            writer.WriteEndObject();
        });
    }

    private static void RequireRights(AccessRights rights)
    {
        try
        {
            rights.RequireQueue(Right.Configure, QueueName);
            rights.RequireExchange(Right.Write, string.Empty);
            rights.RequireQueue(Right.Read, QueueName);
        }
        catch (AmqpException refused)
        {
            throw ApiErrors.Refused(refused.ReplyText);
        }
    }
}
