using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Makes queues, each of the type and with the storage its declaration asks for.</summary>
public interface IQueueFactory
{
    /// <summary>Makes a queue. Called under the topology lock: memory work only, no other lock.</summary>
    /// <param name="site">What is around it.</param>
    /// <param name="declaration">What was declared, and found valid.</param>
    Queue Create(QueueSite site, QueueDeclaration declaration);

    /// <summary>Makes what keeps the messages of a delayed-message exchange. Called under the topology lock, as <see cref="Create"/>.</summary>
    /// <param name="site">What is around it.</param>
    /// <param name="declaration">The exchange's name, and the id of what is stored.</param>
    DelayQueue CreateDelay(QueueSite site, QueueDeclaration declaration);

    /// <summary>Makes what keeps the ids of a deduplicating exchange over a restart. Called under the topology lock, as <see cref="Create"/>.</summary>
    /// <param name="declaration">The exchange.</param>
    DeduplicationCache CreateCache(ExchangeDeclaration declaration);
}
