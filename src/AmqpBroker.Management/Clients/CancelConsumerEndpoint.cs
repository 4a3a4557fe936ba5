using AmqpBroker.Core.Queues;
using AmqpBroker.Management.Api;

namespace AmqpBroker.Management.Clients;

/// <summary>Ends one consumer: its client is told as when the queue is deleted. What it has not settled stays with it.</summary>
internal static class CancelConsumerEndpoint
{
    public static void Map(ApiMap map) => map.Delete(
        "/api/consumers/{vhost}/{channel}/{tag}",
        ApiAccess.VirtualHost,
        "Cancels a consumer, by its channel's name and its tag; its client gets basic.cancel.",
        CancelAsync);

    private static async ValueTask CancelAsync(ApiRequest request)
    {
        var channel = VisibleClients.Channel(request);
        var host = request.VirtualHost;
        if (channel.VirtualHost.Name != host.Name
            || channel.ListConsumers().FirstOrDefault(consumer => consumer.Tag == request.Segment("tag")) is not { } consumer)
        {
            throw ApiErrors.NotFound();
        }

        // Who may look may not cancel yet.
        if (!request.Caller.IsAdministrator && request.Caller.Name != channel.Connection.User)
        {
            throw ApiErrors.NotForThisUser();
        }

        var queue = consumer.Queue;
        var isLast = queue.Unsubscribe(consumer);
        consumer.Sink.ConsumerCancelled(consumer);
        queue.Dispatch();
        if (isLast && queue.Declaration.IsAutoDelete)
        {
            var deletion = await host.DeleteQueueAsync(queue, QueueDeleteConditions.IfUnused);
            deletion.NotifyConsumers();
        }

        await request.AnswerDoneAsync();
    }
}
