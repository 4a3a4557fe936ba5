using System.Runtime.InteropServices;
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
        var targets = virtualHost.RouteDeadLetter(targetExchange, targetKeys, properties.Headers ?? FieldTable.Empty);
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
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var refused = new List<string>();
        var isPersistent = (run.Messages[0].Flags & MessageFlags.Persistent) != MessageFlags.None;
        var journaled = new List<JournalTarget>();
        var start = journal?.EndLsn ?? 0;
        foreach (var target in targets)
        {
            if (letter.Missing?.Contains(target.Name, StringComparer.Ordinal) == false)
            {
                continue;
            }

            var position = letter.Full.Contains(target.Name) ? Queue.Refused : target.Enqueue(in run, now);
            if (position == Queue.Refused)
            {
                refused.Add(target.Name);
                ReportRefused(queue, target, letter.MayWait);
                continue;
            }

            if (position >= 0 && target.IsJournaled && (isPersistent || target.KeepsTransient))
            {
                journaled.Add(new JournalTarget(target.Id, position, target.KeepsTransient));
            }

            target.DispatchElsewhere();
        }

        if (journaled.Count > 0)
        {
            journal?.Enqueued(start, CollectionsMarshal.AsSpan(journaled), in run, now);
        }

        return refused;
    }

    private void ReportRefused(Queue queue, Queue target, bool waits)
    {
        if (waits && _fullTargets.May(queue.Name, target.Name))
        {
            logger.TargetFull(queue.Name, queue.VirtualHost, target.Name);
        }
    }
}
