using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using Microsoft.Extensions.Logging;

namespace AmqpBroker.Core.DeadLetters;

/// <summary>Publishes messages that died to their dead-letter exchange. Any thread, outside every lock.</summary>
/// <remarks>
/// At least once: the queue lets a message go when this has returned and no target has refused it, and then says so in the journal behind where the
/// targets' copies stand, so that no crash finds neither.
/// </remarks>
internal sealed class DeadLetterPublisher(VirtualHost virtualHost, MessageJournal? journal, TimeProvider time, ILogger logger) : IDeadLetterExchange
{
    private readonly OncePerMinute _cycles = new(time);
    private readonly OncePerMinute _fullTargets = new(time);
    private readonly InternalPublisher _publisher = new(journal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Publish(Queue queue, QueueSettings settings, in DeadLetter letter)
    {
        var death = letter.Death;
        var record = new MessageRecord(death.Record.Bytes);
        var (exchange, key) = RouteCache.Decode(record.Route);

        // Decodes: a publisher's properties were checked when they came.
        var properties = BasicProperties.Read(ContentHeader.Read(record.Header).Properties);
        List<string> keys = [key, .. CarbonCopies.KeysOf(properties.Headers ?? FieldTable.Empty, CarbonCopies.Visible)];
        properties = DeathHeaders.Record(
            properties, queue.Name, death.Reason.ToName(), exchange, keys, letter.DiedAt, removesKeys: settings.DeadLetterRoutingKey is not null);

        var targetExchange = settings.DeadLetterExchange ?? string.Empty;
        List<string> targetKeys = settings.DeadLetterRoutingKey is { } own ? [own] : keys;
        var targets = virtualHost.Routes.FindForDeadLetter(targetExchange, targetKeys, properties);
        var message = Copy(record, ContentHeader.ToArray((ulong)record.Body.Length, properties));
        var route = RouteCache.Encode(targetExchange, targetKeys[0]);
        return Enqueue(queue, WithoutCycles(queue, targets, death.Reason, properties), in letter, new MessageRun(route, [message]));
    }

    private List<Queue> WithoutCycles(Queue queue, Queue[] targets, DeathReason reason, BasicProperties properties)
    {
        var kept = new List<Queue>(targets.Length);
        foreach (var target in targets)
        {
            if (reason == DeathReason.Rejected || !DeathHeaders.IsCycle(properties, target.Name))
            {
                kept.Add(target);
            }
            else if (_cycles.May(queue.Name, target.Name))
            {
                logger.Cycle(queue.Name, queue.VirtualHost, reason.ToName(), target.Name);
            }
        }

        return kept;
    }

    private static PublishedMessage Copy(MessageRecord record, byte[] header) => new()
    {
        Header = header,
        Body = record.Body.ToArray(),
        Flags = record.Flags & MessageFlags.Persistent,
        Priority = record.Priority,
        ExpiresAfterMilliseconds = -1,
    };

    private List<string> Enqueue(Queue queue, List<Queue> targets, in DeadLetter letter, in MessageRun run)
    {
        var refused = new List<string>();
        if (letter.Missing is { } missing)
        {
            targets.RemoveAll(target => !missing.Contains(target.Name, StringComparer.Ordinal));
        }

        var full = letter.Full;
        refused.AddRange(targets.Where(target => full.Contains(target.Name)).Select(static target => target.Name));
        _publisher.Enqueue(targets.Where(target => !full.Contains(target.Name)), in run, time.GetUtcNow().ToUnixTimeMilliseconds(), refused);
        foreach (var target in refused)
        {
            if (letter.MayWait && _fullTargets.May(queue.Name, target))
            {
                logger.TargetFull(queue.Name, queue.VirtualHost, target);
            }
        }

        return refused;
    }
}
