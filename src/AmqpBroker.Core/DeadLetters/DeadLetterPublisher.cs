using System.Runtime.InteropServices;
using System.Text;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Core.VirtualHosts;
using AmqpBroker.Protocol;
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
        if (!TryRead(record.Header, out var properties))
        {
            // Nobody has had reason to decode its headers before: it goes on as it came.
            var target = settings.DeadLetterExchange ?? string.Empty;
            Enqueue(
                virtualHost.RouteDeadLetter(target, [settings.DeadLetterRoutingKey ?? key], FieldTable.Empty).Where(other => other != queue),
                new MessageRun(EncodeRoute(target, settings.DeadLetterRoutingKey ?? key), [Copy(record, record.Header.ToArray())]),
                time.GetUtcNow().ToUnixTimeMilliseconds());
            return;
        }

        List<string> keys = [key, .. CarbonCopies.KeysOf(properties.Headers ?? FieldTable.Empty, CarbonCopies.Visible)];
        var now = time.GetUtcNow();
        properties = DeathHeaders.Record(
            properties, queue.Name, death.Reason.ToName(), exchange, keys, now, removesKeys: settings.DeadLetterRoutingKey is not null);

        var targetExchange = settings.DeadLetterExchange ?? string.Empty;
        List<string> targetKeys = settings.DeadLetterRoutingKey is { } own ? [own] : keys;
        var targets = virtualHost.RouteDeadLetter(targetExchange, targetKeys, properties.Headers ?? FieldTable.Empty);
        var message = Copy(record, Encode((ulong)record.Body.Length, properties));
        var route = EncodeRoute(targetExchange, targetKeys[0]);
        Enqueue(
            targets.Where(target => death.Reason == DeathReason.Rejected || !DeathHeaders.IsCycle(properties, target.Name)),
            new MessageRun(route, [message]),
            now.ToUnixTimeMilliseconds());
    }

    private static bool TryRead(ReadOnlySpan<byte> header, out BasicProperties properties)
    {
        try
        {
            properties = BasicProperties.Read(ContentHeader.Read(header).Properties);
            return true;
        }
        catch (AmqpException)
        {
            properties = BasicProperties.Empty;
            return false;
        }
    }

    private static PublishedMessage Copy(MessageRecord record, byte[] header) => new()
    {
        Header = header,
        Body = record.Body.ToArray(),
        Flags = record.Flags & MessageFlags.Persistent,
        Priority = record.Priority,
        ExpiresAfterMilliseconds = -1,
    };

    private void Enqueue(IEnumerable<Queue> targets, in MessageRun run, long now)
    {
        var isPersistent = (run.Messages[0].Flags & MessageFlags.Persistent) != MessageFlags.None;
        var journaled = new List<JournalTarget>();
        var start = journal?.EndLsn ?? 0;
        foreach (var target in targets)
        {
            var position = target.Enqueue(in run, now);
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
    }

    private static byte[] Encode(ulong bodySize, BasicProperties properties)
    {
        var writer = new WireWriter(stackalloc byte[512]);
        try
        {
            ContentHeader.Write(ref writer, bodySize, properties);
            return writer.Written.ToArray();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static byte[] EncodeRoute(string exchange, string key)
    {
        var exchangeBytes = Encoding.UTF8.GetBytes(exchange);
        var keyBytes = Encoding.UTF8.GetBytes(key);
        return [(byte)exchangeBytes.Length, .. exchangeBytes, (byte)keyBytes.Length, .. keyBytes];
    }
}
