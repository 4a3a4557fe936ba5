using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;

namespace AmqpBroker.Core.DeadLetters;

/// <summary>Publishes messages that died to their dead-letter exchange. Any thread, outside every lock.</summary>
/// <remarks>
/// At least once: the queue lets a message go when this has returned, and then says so in the journal behind where the targets' copies stand, so
/// that no crash finds neither.
/// </remarks>
internal sealed class DeadLetterPublisher(VirtualHost virtualHost, MessageJournal? journal, TimeProvider time) : IDeadLetterExchange
{
    private readonly InternalPublisher _publisher = new(journal);

    /// <inheritdoc/>
    public void Publish(Queue queue, QueueSettings settings, IReadOnlyList<Death> deaths)
    {
        foreach (var death in deaths)
        {
            Publish(queue, settings, death);
        }
    }

    private void Publish(Queue queue, QueueSettings settings, Death death)
    {
        var record = new MessageRecord(death.Record.Bytes);
        var (exchange, key) = RouteCache.Decode(record.Route);

        // Decodes: a publisher's properties were checked when they came.
        var properties = BasicProperties.Read(ContentHeader.Read(record.Header).Properties);
        List<string> keys = [key, .. CarbonCopies.KeysOf(properties.Headers ?? FieldTable.Empty, CarbonCopies.Visible)];
        var now = time.GetUtcNow();
        properties = DeathHeaders.Record(
            properties, queue.Name, death.Reason.ToName(), exchange, keys, now, removesKeys: settings.DeadLetterRoutingKey is not null);

        var targetExchange = settings.DeadLetterExchange ?? string.Empty;
        List<string> targetKeys = settings.DeadLetterRoutingKey is { } own ? [own] : keys;
        var targets = virtualHost.RouteDeadLetter(targetExchange, targetKeys, properties);
        var message = Copy(record, ContentHeader.ToArray((ulong)record.Body.Length, properties));
        var route = RouteCache.Encode(targetExchange, targetKeys[0]);
        _publisher.Enqueue(
            targets.Where(target => death.Reason == DeathReason.Rejected || !DeathHeaders.IsCycle(properties, target.Name)),
            new MessageRun(route, [message]),
            now.ToUnixTimeMilliseconds());
    }

    private static PublishedMessage Copy(MessageRecord record, byte[] header) => new()
    {
        Header = header,
        Body = record.Body.ToArray(),
        Flags = record.Flags & MessageFlags.Persistent,
        Priority = record.Priority,
        ExpiresAfterMilliseconds = -1,
    };
}
