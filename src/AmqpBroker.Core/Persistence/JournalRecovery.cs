using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>Puts the messages of the journal back into their queues after a restart.</summary>
/// <remarks>
/// It may go on while the broker serves: what is appended meanwhile lies in files of its own, and the queues keep it behind what is put back.
/// Two passes: the first learns what is done with, wherever it is said; the second puts back what is not, in the order
/// of positions. Records need not be in order (see <see cref="MessageJournal"/>), and a message copied forward may be
/// there twice: its position tells.
/// </remarks>
internal sealed class JournalRecovery(
    WriteAheadLog log, JournalIndex index, MessageJournal journal, IReadOnlyDictionary<long, IJournaledQueue> queues, Pager pager)
{
    private readonly HashSet<long> _waiting = [.. queues.Keys];
    private long _firstNew;
    private readonly Dictionary<long, QueueJournalState> _states = [];
    private readonly Dictionary<long, long> _next = [];

    /// <summary>Messages put back.</summary>
    public long Restored { get; private set; }

    /// <summary>Queues with messages in the journal that are not there (any more).</summary>
    public HashSet<long> UnknownQueues { get; } = [];

    /// <summary>Has the queues hold back what they have until it is complete. Before anyone uses them.</summary>
    /// <param name="firstNew">The position of new messages, above all that were given out before; 0 when none may come until everything is put back.</param>
    public void Begin(long firstNew)
    {
        _firstNew = firstNew;
        foreach (var queue in queues.Values)
        {
            queue.BeginRestoring(firstNew);
        }
    }

    /// <summary>Reads the journal and fills the queues; each gives out messages when its own are there.</summary>
    /// <exception cref="MetadataStoreException">Positions were given out twice.</exception>
    /// <exception cref="OperationCanceledException">The broker stops; everything is still in the journal.</exception>
    public void Run(CancellationToken cancellationToken)
    {
        try
        {
            RestoreAll(cancellationToken);
        }
        finally
        {
            foreach (var id in _waiting)
            {
                queues[id].AbandonRestoring();
            }
        }
    }

    private void RestoreAll(CancellationToken cancellationToken)
    {
        ForEachRecord(Learn, cancellationToken);
        foreach (var id in _waiting.Where(id => !_states.ContainsKey(id)).ToList())
        {
            // Also without a word in the journal: what was handed out may have been transient, or its files are gone.
            End(id, 0);
        }

        CheckPositions();
        RestoreCounts();
        ForEachRecord(record => Restore(record, cancellationToken), cancellationToken);
        foreach (var (id, state) in _states.Where(entry => _waiting.Contains(entry.Key)))
        {
            RestoreLate(queues[id], state, id, long.MaxValue, cancellationToken);
            journal.Settled(id, [.. state.SettledBefore]);
            End(id, state.End);
        }
    }

    private void End(long id, long end)
    {
        _waiting.Remove(id);
        queues[id].EndRestoring(end);
    }

    private void CheckPositions()
    {
        var last = _states.Values.Select(static state => state.End).DefaultIfEmpty().Max();
        if (_firstNew > 0 && last > _firstNew)
        {
            throw new MetadataStoreException(
                $"Messages in the journal have positions up to {last}, though {StoreNames.PositionBoundFile} says that there are none from {_firstNew} on: "
                + "it is older than the rest of the data directory. Delete it, and start again.");
        }
    }

    private void ForEachRecord(Action<WalRecord> handle, CancellationToken cancellationToken)
    {
        foreach (var file in log.Recovery.Files)
        {
            using var reader = log.Read(file.Number);
            while (reader.TryRead(out var record))
            {
                cancellationToken.ThrowIfCancellationRequested();
                handle(record);
            }
        }
    }

    private void Learn(WalRecord record)
    {
        foreach (var entry in new JournalEntries(record))
        {
            Learn(entry, record.Lsn);
        }
    }

    private void Learn(JournalEntry entry, long endLsn)
    {
        var payload = entry.Payload;
        switch (entry.Kind)
        {
            case JournalRecordKind.Enqueued:
                LearnEnqueued(payload, endLsn);
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
        foreach (var (id, state) in _states.Where(entry => _waiting.Contains(entry.Key)))
        {
            var counts = state.LiveReturned();
            queues[id].RestoreCounts(counts);
            journal.Returned(id, counts);
        }
    }

    private void LearnEnqueued(ReadOnlySpan<byte> payload, long endLsn)
    {
        var message = JournalFormat.SplitEnqueued(payload, out var targets);
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            var (queueId, position) = JournalFormat.ReadTarget(targets);
            if (!_waiting.Contains(queueId))
            {
                UnknownQueues.Add(queueId);
                continue;
            }

            index.NoteFound(endLsn, [new JournalTarget(queueId, position)]);
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

    private void Restore(WalRecord record, CancellationToken cancellationToken)
    {
        foreach (var entry in new JournalEntries(record))
        {
            if (entry.Kind == JournalRecordKind.Enqueued)
            {
                Restore(entry.Payload, cancellationToken);
            }
        }
    }

    private void Restore(ReadOnlySpan<byte> enqueued, CancellationToken cancellationToken)
    {
        var message = JournalFormat.SplitEnqueued(enqueued, out var targets);
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            var (queueId, position) = JournalFormat.ReadTarget(targets);
            if (!_waiting.Contains(queueId))
            {
                continue;
            }

            var queue = queues[queueId];
            var state = _states[queueId];
            if (!state.Late.ContainsKey(position) && position >= NextOf(queueId))
            {
                RestoreLate(queue, state, queueId, position, cancellationToken);
                RestoreOne(queue, state, queueId, position, message, cancellationToken);
            }
        }
    }

    private void RestoreLate(IJournaledQueue queue, QueueJournalState state, long queueId, long before, CancellationToken cancellationToken)
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
                RestoreOne(queue, state, queueId, position, message, cancellationToken);
            }
        }
    }

    private void RestoreOne(
        IJournaledQueue queue, QueueJournalState state, long queueId, long position, ReadOnlySpan<byte> message, CancellationToken cancellationToken)
    {
        _next[queueId] = position + 1;
        if (state.IsLive(position))
        {
            if (pager.IsBehind)
            {
                // On the one thread that puts back: nobody else waits for it.
                pager.WaitUntilCaughtUpAsync(cancellationToken).GetAwaiter().GetResult();
            }

            if (queue.Restore(position, message))
            {
                Restored++;
            }
        }
    }

    private long NextOf(long queueId) => _next.GetValueOrDefault(queueId);

    private QueueJournalState StateOf(long queueId)
    {
        ref var state = ref CollectionsMarshal.GetValueRefOrAddDefault(_states, queueId, out _);
        return state ??= new QueueJournalState();
    }
}
