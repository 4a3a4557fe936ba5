using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AmqpBroker.Core.Queues;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>Puts the messages of the journal back into their queues after a restart.</summary>
/// <remarks>
/// Two passes: the first learns what is done with, wherever it is said; the second puts back what is not, in the order
/// of positions. Records need not be in order (see <see cref="MessageJournal"/>), and a message copied forward may be
/// there twice: its position tells.
/// </remarks>
internal sealed class JournalRecovery(
    WriteAheadLog log, JournalIndex index, MessageJournal journal, IReadOnlyDictionary<long, ClassicQueue> queues, Pager pager)
{
    private readonly Dictionary<long, QueueJournalState> _states = [];
    private readonly Dictionary<long, long> _next = [];

    /// <summary>Messages put back.</summary>
    public long Restored { get; private set; }

    /// <summary>Queues with messages in the journal that are not there (any more).</summary>
    public HashSet<long> UnknownQueues { get; } = [];

    /// <summary>Reads the journal and fills the queues.</summary>
    public void Run()
    {
        ForEachRecord(Learn);
        RestoreCounts();
        ForEachRecord(Restore);
        foreach (var (id, queue) in queues)
        {
            if (_states.TryGetValue(id, out var state))
            {
                RestoreLate(queue, state, id, long.MaxValue);
                journal.Settled(id, [.. state.SettledBefore]);
            }

            // Also without a word in the journal: what was handed out may have been transient, or its files are gone.
            queue.SkipTo(state?.End ?? 0);
        }
    }

    private void ForEachRecord(Action<WalRecord> handle)
    {
        foreach (var file in log.Files)
        {
            if (file.IsCurrent)
            {
                continue;
            }

            using var reader = log.Read(file.Number);
            while (reader.TryRead(out var record))
            {
                handle(record);
            }
        }
    }

    private void Learn(WalRecord record)
    {
        var payload = record.Payload;
        switch ((JournalRecordKind)record.Kind)
        {
            case JournalRecordKind.Enqueued:
                LearnEnqueued(payload, record.Lsn);
                break;
            case JournalRecordKind.Settled:
                var state = StateOf(BinaryPrimitives.ReadInt64LittleEndian(payload));
                foreach (var position in JournalFormat.ReadPositions(payload[sizeof(long)..]))
                {
                    state.NoteSettled(position);
                }

                break;
            case JournalRecordKind.Purged:
                StateOf(BinaryPrimitives.ReadInt64LittleEndian(payload)).NotePurged(
                    BinaryPrimitives.ReadInt64LittleEndian(payload[sizeof(long)..]), JournalFormat.ReadPositions(payload[(2 * sizeof(long))..]));
                break;
            case JournalRecordKind.Returned:
                JournalFormat.ReadReturned(payload, StateOf(BinaryPrimitives.ReadInt64LittleEndian(payload)).NoteReturned);
                break;
        }
    }

    /// <summary>Has the queues know how often messages came back; said again, since the file that says so may go before theirs.</summary>
    private void RestoreCounts()
    {
        foreach (var (id, queue) in queues)
        {
            if (_states.TryGetValue(id, out var state) && state.LiveReturned() is { Length: > 0 } counts)
            {
                queue.RestoreCounts(counts);
                journal.Returned(id, counts);
            }
        }
    }

    private void LearnEnqueued(ReadOnlySpan<byte> payload, long endLsn)
    {
        var message = JournalFormat.SplitEnqueued(payload, out var targets);
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            var (queueId, position) = JournalFormat.ReadTarget(targets);
            if (!queues.ContainsKey(queueId))
            {
                UnknownQueues.Add(queueId);
                continue;
            }

            index.NoteEnqueued(endLsn, [new JournalTarget(queueId, position)], 0);
            var state = StateOf(queueId);
            if (!state.NoteEnqueued(position))
            {
                state.Late[position] = message.ToArray();
            }

            if (!state.IsLive(position))
            {
                state.SettledBefore.Add(position);
            }
        }
    }

    private void Restore(WalRecord record)
    {
        if ((JournalRecordKind)record.Kind != JournalRecordKind.Enqueued)
        {
            return;
        }

        var message = JournalFormat.SplitEnqueued(record.Payload, out var targets);
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            var (queueId, position) = JournalFormat.ReadTarget(targets);
            if (!queues.TryGetValue(queueId, out var queue))
            {
                continue;
            }

            var state = _states[queueId];
            if (!state.Late.ContainsKey(position) && position >= NextOf(queueId))
            {
                RestoreLate(queue, state, queueId, position);
                RestoreOne(queue, state, queueId, position, message);
            }
        }
    }

    private void RestoreLate(ClassicQueue queue, QueueJournalState state, long queueId, long before)
    {
        while (state.Late.Count > 0)
        {
            var (position, message) = state.Late.First();
            if (position >= before)
            {
                return;
            }

            state.Late.Remove(position);
            if (position >= NextOf(queueId))
            {
                RestoreOne(queue, state, queueId, position, message);
            }
        }
    }

    private void RestoreOne(ClassicQueue queue, QueueJournalState state, long queueId, long position, ReadOnlySpan<byte> message)
    {
        _next[queueId] = position + 1;
        if (state.IsLive(position))
        {
            if (pager.IsBehind)
            {
                // At the start, on the one thread that puts back: nobody else waits for it.
                pager.WaitUntilCaughtUpAsync(CancellationToken.None).GetAwaiter().GetResult();
            }

            queue.Restore(position, message);
            Restored++;
        }
    }

    private long NextOf(long queueId) => _next.GetValueOrDefault(queueId);

    private QueueJournalState StateOf(long queueId)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_states, queueId, out _);
        return state ??= new QueueJournalState();
    }
}
