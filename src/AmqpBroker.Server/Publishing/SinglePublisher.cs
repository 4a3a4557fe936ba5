using AmqpBroker.Core;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Publishing;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.Statistics;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Server.Channels;
using AmqpBroker.Server.Tracing;

namespace AmqpBroker.Server.Publishing;

/// <summary>Publishes single messages with what channels publish with. Any thread.</summary>
internal sealed class SinglePublisher(Func<Broker> broker) : IMessagePublisher
{
    /// <inheritdoc/>
    public async ValueTask<PublishOutcome> PublishAsync(VirtualHost virtualHost, SingleMessage message, CancellationToken cancellationToken)
    {
        var (outcome, lsn) = Publish(virtualHost, message);
        if (lsn > 0 && broker().Journal is { } journal)
        {
            await journal.WaitUntilDurableAsync(lsn, cancellationToken);
        }

        return outcome;
    }

    private (PublishOutcome Outcome, long Lsn) Publish(VirtualHost virtualHost, SingleMessage message)
    {
        var trace = PublishTrace.Begin(broker().TimeProvider);
        ReadOnlyMemory<byte> header = ContentHeader.ToArray((ulong)message.Body.Length, message.Properties);
        var properties = PublishedProperties.Read(ContentHeader.Read(header.Span).Properties, message.User, hasReplyConsumer: false, broker().Users);
        var route = virtualHost.Route(message.Exchange, [message.RoutingKey], null, RouteCache.Encode(message.Exchange, message.RoutingKey));
        var published = new PublishCounters(virtualHost);
        route.Counter = published.For(route.Exchange, out _);
        if (route.DependsOnMessage || properties.HasRoutingHeaders)
        {
            route = HeaderRouting.Resolve(virtualHost, route, ref header);
        }

        trace?.Routed(virtualHost.Name, route, ContentHeader.Read(header.Span).Properties, message.Body.Length);
        if (route.IsUnroutable)
        {
            trace?.Enqueued();
            route.Counter?.CountUnroutable(isReturned: true);
            virtualHost.Statistics.Collect(published.All);
            return (PublishOutcome.Unroutable, 0);
        }

        var single = new PublishedMessage
        {
            Header = header,
            Body = message.Body,
            Flags = properties.Flags,
            Priority = properties.Priority,
            ExpiresAfterMilliseconds = properties.ExpiresAfterMilliseconds,
        };
        var result = Enqueue(route, in single);
        trace?.Enqueued();
        virtualHost.Statistics.Collect(published.All);
        return result;
    }

    private (PublishOutcome Outcome, long Lsn) Enqueue(Route route, in PublishedMessage message)
    {
        var context = new BatchContext(broker().TimeProvider, broker().Journal);
        var touched = new HashSet<Queue>();
        var run = new PublishRun();
        var isTaken = run.Add(route, in message, in context, touched);
        isTaken &= run.Enqueue(in context, touched);
        foreach (var queue in touched)
        {
            queue.Dispatch();
        }

        return (isTaken ? PublishOutcome.Routed : PublishOutcome.Refused, run.LastLsn);
    }
}
