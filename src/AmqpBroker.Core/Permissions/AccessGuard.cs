using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.Permissions;

/// <summary>Refuses what someone has no right to, in RabbitMQ's words.</summary>
public static class AccessGuard
{
    private const string Topic = "topic";

    /// <exception cref="Protocol.ChannelException">403: no such right to the queue.</exception>
    public static void RequireQueue(this AccessRights rights, Right right, string queue)
    {
        ArgumentNullException.ThrowIfNull(rights);
        if (!rights.MayUseQueue(right, queue))
        {
            throw AccessErrors.QueueRefused(queue, rights.VirtualHost, rights.User);
        }
    }

    /// <exception cref="Protocol.ChannelException">403: no such right to the exchange.</exception>
    public static void RequireExchange(this AccessRights rights, Right right, string exchange)
    {
        ArgumentNullException.ThrowIfNull(rights);
        if (!rights.MayUseExchange(right, exchange))
        {
            throw AccessErrors.ExchangeRefused(exchange, rights.VirtualHost, rights.User);
        }
    }

    /// <summary>Refuses a routing key, if the exchange is there and routes by topics.</summary>
    /// <exception cref="Protocol.ChannelException">403: not with this routing key.</exception>
    public static void RequireTopic(this AccessRights rights, Right right, VirtualHost virtualHost, string exchange, string routingKey)
    {
        ArgumentNullException.ThrowIfNull(rights);
        ArgumentNullException.ThrowIfNull(virtualHost);
        if (rights.HasTopics
            && virtualHost.Listing.FindExchange(exchange) is { Declaration.Type.Name: Topic }
            && !rights.MayUseTopic(right, exchange, routingKey))
        {
            throw AccessErrors.TopicRefused(routingKey, exchange, rights.VirtualHost, rights.User);
        }
    }
}
