using System.Buffers.Binary;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Inspection;

/// <summary>Counts the messages that recovery would put back, by the rules of <see cref="JournalRecovery"/>. Used once.</summary>
internal sealed class LiveMessages(string directory, IStorageFiles files, IReadOnlyList<WalFileInfo> found)
{
    private readonly Dictionary<long, Counted> _queues = [];
    private readonly Dictionary<long, long> _recordsByFile = [];

    /// <summary>Whole records of each file.</summary>
    public IReadOnlyDictionary<long, long> RecordsByFile => _recordsByFile;

    /// <summary>Ids of the queues that are named.</summary>
    public IReadOnlyCollection<long> QueueIds => _queues.Keys;

    /// <summary>What is live of a queue.</summary>
    public (long Messages, long Bytes, long Returned) Of(long queueId) =>
        _queues.TryGetValue(queueId, out var queue) ? (queue.Messages, queue.Bytes, queue.Returned) : (0, 0, 0);

    /// <summary>Reads all files twice.</summary>
    public void Count()
    {
        foreach (var file in found)
        {
            _recordsByFile[file.Number] = LogInspector.ReadAll(directory, files, file, Learn);
        }

        foreach (var file in found)
        {
            LogInspector.ReadAll(directory, files, file, CountLive);
        }
    }

    private void Learn(WalRecord record)
    {
        foreach (var entry in new JournalEntries(record))
        {
            Learn(entry);
        }
    }

    private void Learn(JournalEntry entry)
    {
        var payload = entry.Payload;
        switch (entry.Kind)
        {
            case JournalRecordKind.Enqueued:
                ForEachTarget(payload, static (queue, position, _) => queue.NoteEnqueued(position));
                break;
            case JournalRecordKind.Settled:
                var settled = StateOf(payload);
                foreach (var position in JournalFormat.ReadPositions(payload[sizeof(long)..]))
                {
                    settled.State.NoteSettled(position);
                }

                break;
            case JournalRecordKind.Purged:
                StateOf(payload).State.NotePurged(
                    BinaryPrimitives.ReadInt64LittleEndian(payload[sizeof(long)..]), JournalFormat.ReadPositions(payload[(2 * sizeof(long))..]));
                break;
            case JournalRecordKind.Returned:
                JournalFormat.ReadReturned(payload, StateOf(payload).State.NoteReturned);
                break;
        }
    }

    private void CountLive(WalRecord record)
    {
        foreach (var entry in new JournalEntries(record))
        {
            if (entry.Kind == JournalRecordKind.Enqueued)
            {
                ForEachTarget(entry.Payload, static (queue, position, length) => queue.Count(position, length));
            }
        }
    }

    private void ForEachTarget(ReadOnlySpan<byte> payload, Action<Counted, long, int> handle)
    {
        var message = JournalFormat.SplitEnqueued(payload, out var targets);
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            handle(StateOf(targets), JournalFormat.ReadTarget(targets).Position, message.Length);
        }
    }

    // The queue's id comes first in targets, settled, purged and returned records.
    private Counted StateOf(ReadOnlySpan<byte> bytes)
    {
        var queueId = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (!_queues.TryGetValue(queueId, out var queue))
        {
            _queues.Add(queueId, queue = new Counted());
        }

        return queue;
    }

    private sealed class Counted
    {
        // Out of order, so that only the set tells which have been counted: a message that was moved is there twice.
        private readonly HashSet<long> _late = [];
        private long _next;

        public QueueJournalState State { get; } = new();

        public long Messages { get; private set; }

        public long Bytes { get; private set; }

        public long Returned { get; private set; }

        public void NoteEnqueued(long position)
        {
            if (!State.NoteEnqueued(position))
            {
                _late.Add(position);
            }
        }

        public void Count(long position, int length)
        {
            if (!_late.Remove(position) && position < _next)
            {
                return;
            }

            _next = Math.Max(_next, position + 1);
            if (State.IsLive(position))
            {
                Messages++;
                Bytes += length;
                Returned += State.CountFailed(position) > 0 ? 1 : 0;
            }
        }
    }
}
