using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Errors;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Finds what a client names, or refuses in the words it expects. Guarded by the virtual host.</summary>
internal sealed class Lookup(string virtualHost, Topology topology)
{
    /// <exception cref="Protocol.ChannelException">403: nobody may touch the default exchange.</exception>
    public static void RefuseDefaultExchange(string name)
    {
        if (name.Length == 0)
        {
            throw ExchangeErrors.DefaultExchange();
        }
    }

    /// <exception cref="Protocol.ChannelException">404: it is not there.</exception>
    public Exchange RequireExchange(string name) => topology.FindExchange(name) ?? throw ExchangeErrors.NotFound(name, virtualHost);

    /// <exception cref="Protocol.ChannelException">404: it is not there. 405: it is exclusive to another connection.</exception>
    public Queue RequireQueue(string name, object user) => FindQueue(name, user) ?? throw QueueErrors.NotFound(name, virtualHost);

    /// <exception cref="Protocol.ChannelException">405: it is exclusive to another connection.</exception>
    public Queue? FindQueue(string name, object user)
    {
        var queue = topology.FindQueue(name);
        if (queue?.Declaration.ExclusiveOwner is { } owner && !ReferenceEquals(owner, user))
        {
            throw QueueErrors.Locked(name, virtualHost);
        }

        return queue;
    }
}
