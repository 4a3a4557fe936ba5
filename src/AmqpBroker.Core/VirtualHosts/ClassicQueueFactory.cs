using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Makes classic queues that keep their messages in memory.</summary>
public sealed class ClassicQueueFactory : IQueueFactory
{
    /// <inheritdoc/>
    public Queue Create(string virtualHost, QueueDeclaration declaration) => new ClassicQueue(virtualHost, declaration);
}
