using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;

namespace AmqpBroker.Core.Persistence;

/// <summary>
/// What a committed transaction does to persistent messages, gathered into one record of the journal: a crash leaves all of it, or nothing.
/// </summary>
/// <remarks>Confined to whoever commits, and made before the first message is in a queue. A record takes a little under 2 GiB.</remarks>
public sealed class JournalTransaction(MessageJournal journal)
{
    private readonly long _start = journal.EndLsn;
    private readonly ArrayBufferWriter<byte> _parts = new();
    private readonly List<JournalTarget> _targets = [];

    /// <summary>Adds that a message was enqueued, if a queue has it that keeps it over a restart.</summary>
    /// <param name="targets">The queues that keep it over a restart, each with its position there.</param>
    /// <param name="route">Exchange and routing key, two short strings.</param>
    /// <param name="message">The message; copied.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    public void Enqueued(ReadOnlySpan<JournalTarget> targets, ReadOnlySpan<byte> route, in PublishedMessage message, long now)
    {
        if ((message.Flags & MessageFlags.Persistent) == MessageFlags.None)
        {
            targets = JournalTarget.KeepingTransient(targets);
        }

        if (targets.IsEmpty)
        {
            return;
        }

        while (targets.Length > JournalFormat.MostTargets)
        {
            Enqueued(targets[..JournalFormat.MostTargets], route, in message, now);
            targets = targets[JournalFormat.MostTargets..];
        }

        var targetsLength = JournalFormat.CountLength + (targets.Length * JournalFormat.TargetLength);
        var part = BeginPart(JournalRecordKind.Enqueued, targetsLength + MessageRecord.LengthOf(route.Length, in message));
        JournalFormat.WriteTargets(part, targets, 0);
        var ownDue = MessageRecord.DueAfter(now, message.ExpiresAfterMilliseconds, queue: null);
        MessageRecord.Write(part[targetsLength..], route, in message, now, ownDue);
        MessageRecord.MarkPersistent(part[targetsLength..]);
        _targets.AddRange(targets);
    }

    /// <summary>Adds that messages of a queue are done with.</summary>
    public void Settled(long queueId, ReadOnlySpan<long> positions)
    {
        if (positions.IsEmpty)
        {
            return;
        }

        var part = BeginPart(JournalRecordKind.Settled, (1 + positions.Length) * sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(part, queueId);
        foreach (var position in positions)
        {
            part = part[sizeof(long)..];
            BinaryPrimitives.WriteInt64LittleEndian(part, position);
        }
    }

    /// <summary>Says how often messages of a queue came back. At once, since they did, whatever becomes of the transaction.</summary>
    public void Returned(long queueId, ReadOnlySpan<long> counts) => journal.Returned(queueId, counts);

    /// <summary>Writes the record.</summary>
    /// <returns>The log sequence number behind it, to wait for; 0 when there was nothing to say.</returns>
    public long Commit() =>
        _parts.WrittenCount == 0 ? 0 : journal.Committed(_start, _parts.WrittenSpan, CollectionsMarshal.AsSpan(_targets));

    private Span<byte> BeginPart(JournalRecordKind kind, int length)
    {
        var part = _parts.GetSpan(JournalEntries.PartHeadLength + length);
        _parts.Advance(JournalEntries.PartHeadLength + length);
        JournalEntries.WritePartHead(part, kind, length);
        return part.Slice(JournalEntries.PartHeadLength, length);
    }
}
