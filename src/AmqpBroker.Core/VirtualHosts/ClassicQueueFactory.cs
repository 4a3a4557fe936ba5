using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Makes classic queues that keep their messages in memory.</summary>
public sealed class ClassicQueueFactory : IQueueFactory
{
    /// <inheritdoc/>
    public Queue Create(QueueSite site, QueueDeclaration declaration)
    {
        ArgumentNullException.ThrowIfNull(site);
        return new ClassicQueue(site.VirtualHost, declaration, storage: null, site);
    }

    /// <inheritdoc/>
    public DelayQueue CreateDelay(QueueSite site, QueueDeclaration declaration) => new(site, declaration, QueueStorage.InMemory);

    /// <inheritdoc/>
    public DeduplicationCache CreateCache(ExchangeDeclaration declaration) => DeduplicationArguments.CreateCache(declaration);
}
