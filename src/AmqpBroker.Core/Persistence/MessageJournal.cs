using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>Writes what happens to persistent messages into the write-ahead log. Called outside every lock; never waits for the disk.</summary>
/// <remarks>
/// A queue assigns positions under its own lock and the record is appended after it, so records of one queue may come a
/// little out of order, and a message may even be settled before it is enqueued. Positions tell: see <see cref="JournalRecovery"/>.
/// What was said of a message before its own record must not go before that does: see <see cref="JournalCleaner"/>.
/// When the log is closed nothing is recorded any more, and a timer or dispatcher that comes too late does no harm: what it says
/// was appended counts as <see cref="Never"/>, which is not confirmed, and what it settles comes again after the next start.
/// </remarks>
public sealed class MessageJournal(WriteAheadLog log, JournalIndex index, Func<long, IJournaledQueue?> findQueue)
{
    /// <summary>A log sequence number that will never be durable.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>Targets that fit on the stack; a message for more queues takes an array.</summary>
    private const int TargetsOnStack = 32;

    /// <summary>Positions in one record of settled messages; of returned ones half as many, each with its count. Even.</summary>
    private const int NumbersPerRecord = 512;

    /// <summary>Whether more waits to be written than should: then publishers are not read from.</summary>
    public bool IsBehind => log.IsBehind;

    /// <summary>Log sequence number behind the last record. Whoever enqueues a run asks for it first.</summary>
    public long EndLsn => log.EndLsn;

    /// <summary>Everything up to here is safe.</summary>
    public long DurableLsn => log.DurableLsn;

    /// <summary>Ends when the disk has caught up.</summary>
    public Task WaitUntilCaughtUpAsync(CancellationToken cancellationToken) => log.WaitUntilCaughtUpAsync(cancellationToken);

    /// <summary>Has <paramref name="waiter"/> called once everything up to <paramref name="lsn"/> is safe.</summary>
    public void NotifyWhenDurable(long lsn, IDurabilityWaiter waiter) => log.NotifyWhenDurable(lsn, waiter);

    /// <summary>
    /// Records that the messages of a run were enqueued, in the queues that keep them; one copy for all queues, or nearly: see
    /// <see cref="JournalFormat.MostTargets"/>.
    /// </summary>
    /// <param name="start">What <see cref="EndLsn"/> was before the messages were in any queue.</param>
    /// <param name="targets">The queues, each with the position of the first message.</param>
    /// <param name="run">The messages.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <returns>The log sequence number behind the last record: the messages are safe when it is durable.</returns>
    public long Enqueued(long start, ReadOnlySpan<JournalTarget> targets, in MessageRun run, long now)
    {
        while (targets.Length > JournalFormat.MostTargets)
        {
            Enqueued(start, targets[..JournalFormat.MostTargets], in run, now);
            targets = targets[JournalFormat.MostTargets..];
        }

        var ofTransient = JournalTarget.KeepingTransient(targets);
        Span<byte> head = targets.Length <= TargetsOnStack
            ? stackalloc byte[JournalFormat.LengthOf(TargetsOnStack) + MessageRecord.PrefixLength]
            : new byte[JournalFormat.LengthOf(targets.Length) + MessageRecord.PrefixLength];

        // Before and after: until the records have their place, the cleaner must not believe that nothing of them is there.
        var begun = index.BeginAppend(log.EndLsn, targets, run.Messages.Length - 1);
        if (!log.TryBeginAppend(out var append))
        {
            return Never;
        }

        long lsn;
        using (append)
        {
            for (var i = 0; i < run.Messages.Length; i++)
            {
                ref readonly var message = ref run.Messages[i];
                var own = (message.Flags & MessageFlags.Persistent) != MessageFlags.None ? targets : ofTransient;
                if (!own.IsEmpty)
                {
                    var length = WriteHead(head, own, i, run.Route.Length, in message, now);
                    append.Write((byte)JournalRecordKind.Enqueued, head[..length], run.Route, message.Header.Span, message.Body.Span);
                }
            }

            lsn = append.Commit();
        }

        if (!index.EndAppend(begun, start, lsn, targets, run.Messages.Length - 1))
        {
            SettleAgain(targets, run.Messages.Length);
        }

        return lsn;
    }

    /// <summary>Ends when everything up to <paramref name="lsn"/> is safe.</summary>
    /// <exception cref="ObjectDisposedException">The journal was closed before.</exception>
    public ValueTask WaitUntilDurableAsync(long lsn, CancellationToken cancellationToken) => log.WaitUntilDurableAsync(lsn, cancellationToken);

    /// <summary>Records all that a transaction did.</summary>
    /// <param name="start">What <see cref="EndLsn"/> was before its messages were in any queue.</param>
    /// <param name="parts">What <see cref="JournalTransaction"/> has gathered.</param>
    /// <param name="targets">Where its messages are, each by itself.</param>
    /// <returns>The log sequence number behind the record.</returns>
    internal long Committed(long start, ReadOnlySpan<byte> parts, ReadOnlySpan<JournalTarget> targets)
    {
        // Before and after, as for a run.
        var begun = index.BeginAppend(log.EndLsn, targets, 0);
        if (!log.TryBeginAppend(out var append))
        {
            return Never;
        }

        long lsn;
        using (append)
        {
            append.Write((byte)JournalRecordKind.Committed, parts);
            lsn = append.Commit();
        }

        if (!index.EndAppend(begun, start, lsn, targets, 0))
        {
            SettleAgain(targets, 1);
        }

        return lsn;
    }

    /// <summary>Records which of some messages are done with, and how often the others came back, whether that has been recorded before or not.</summary>
    internal void SettleAgain(long queueId, IReadOnlyCollection<long> positions)
    {
        if (positions.Count > 0 && findQueue(queueId) is { } queue)
        {
            var live = queue.PersistentBetween(positions.Min(), positions.Max());
            long[] settled = [.. positions.Where(position => !live.Contains(position))];

            // Looked at last: a queue that is being deleted shows none of its messages, and would have them again after a crash.
            if (!queue.IsDeleted)
            {
                Settled(queueId, settled);
                Returned(queueId, queue.CountFailed(positions));
            }
        }
    }

    /// <summary>Records an enqueued message again, so that the file it stands in can go.</summary>
    /// <param name="targets">The queues it still lives in, each with its position there.</param>
    /// <param name="message">The message record as it was.</param>
    internal long Moved(ReadOnlySpan<JournalTarget> targets, ReadOnlySpan<byte> message)
    {
        var head = new byte[JournalFormat.LengthOf(targets.Length)];
        JournalFormat.WriteTargets(head, targets, 0);
        var (start, begun) = (log.EndLsn, index.BeginAppend(log.EndLsn, targets, 0));
        if (!log.TryBeginAppend(out var append))
        {
            return Never;
        }

        long lsn;
        using (append)
        {
            append.Write((byte)JournalRecordKind.Enqueued, head, message);
            lsn = append.Commit();
        }

        index.EndAppend(begun, start, lsn, targets, 0);
        return lsn;
    }

    /// <summary>Records that messages of a queue are done with. Nobody waits for it: after a crash they may come again.</summary>
    public void Settled(long queueId, ReadOnlySpan<long> positions) => Append(JournalRecordKind.Settled, queueId, positions);

    /// <summary>Records how often messages of a queue came back. Nobody waits for it: after a crash they may come back once more.</summary>
    /// <param name="queueId">The queue.</param>
    /// <param name="counts">The position of each, and behind it how often it came back.</param>
    public void Returned(long queueId, ReadOnlySpan<long> counts) => Append(JournalRecordKind.Returned, queueId, counts);

    /// <summary>Records that everything before a position is gone, but for what is still delivered and not settled.</summary>
    public void Purged(long queueId, long before, ReadOnlySpan<long> survivors)
    {
        Span<byte> head = stackalloc byte[2 * sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(head, queueId);
        BinaryPrimitives.WriteInt64LittleEndian(head[sizeof(long)..], before);
        if (!log.TryBeginAppend(out var begun))
        {
            return;
        }

        using var append = begun;
        append.Write((byte)JournalRecordKind.Purged, head, AsLittleEndian(survivors));
        append.Commit();
    }

    private void Append(JournalRecordKind kind, long queueId, ReadOnlySpan<long> numbers)
    {
        if (numbers.IsEmpty || !log.TryBeginAppend(out var begun))
        {
            return;
        }

        using var append = begun;
        Span<byte> id = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(id, queueId);
        while (numbers.Length > 0)
        {
            var part = numbers[..Math.Min(numbers.Length, NumbersPerRecord)];
            append.Write((byte)kind, id, AsLittleEndian(part));
            numbers = numbers[part.Length..];
        }

        append.Commit();
    }

    private static int WriteHead(Span<byte> head, ReadOnlySpan<JournalTarget> targets, int index, int routeLength, in PublishedMessage message, long now)
    {
        JournalFormat.WriteTargets(head, targets, index);
        var targetsLength = JournalFormat.LengthOf(targets.Length);
        var ownDue = MessageRecord.DueAfter(now, message.ExpiresAfterMilliseconds, queue: null);
        MessageRecord.WritePrefix(head[targetsLength..], routeLength, in message, now, ownDue);
        MessageRecord.MarkPersistent(head[targetsLength..]);
        return targetsLength + MessageRecord.PrefixLength;
    }

    private void SettleAgain(ReadOnlySpan<JournalTarget> targets, int count)
    {
        foreach (var target in targets)
        {
            SettleAgain(target.QueueId, [.. Enumerable.Range(0, count).Select(index => target.FirstPosition + index)]);
        }
    }

    private static ReadOnlySpan<byte> AsLittleEndian(ReadOnlySpan<long> positions)
    {
        if (BitConverter.IsLittleEndian)
        {
            return MemoryMarshal.AsBytes(positions);
        }

        var bytes = new byte[positions.Length * sizeof(long)];
        for (var i = 0; i < positions.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(i * sizeof(long)), positions[i]);
        }

        return bytes;
    }
}
