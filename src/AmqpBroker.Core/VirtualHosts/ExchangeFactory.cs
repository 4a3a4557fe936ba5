using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.VirtualHosts;

/// <summary>Makes exchanges with what belongs to them.</summary>
/// <param name="queues">Makes what they keep messages or ids in.</param>
/// <param name="site">What these find around them.</param>
internal sealed class ExchangeFactory(IQueueFactory queues, QueueSite site)
{
    public Exchange Create(ExchangeDeclaration declaration) => new(
        declaration,
        declaration.Type.IsDelaying ? CreateDelay(declaration) : null,
        declaration.ContentsId != 0 && DeduplicationArguments.IsDeduplicating(declaration) ? queues.CreateCache(declaration) : null);

    private DelayQueue CreateDelay(ExchangeDeclaration exchange) =>
        queues.CreateDelay(site, new QueueDeclaration { Name = exchange.Name, Id = exchange.ContentsId, IsDurable = exchange.IsDurable });
}
