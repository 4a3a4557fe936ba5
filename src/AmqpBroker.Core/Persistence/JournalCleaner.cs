using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Core.Persistence;

/// <summary>Keeps the journal as large as what lives in it: deletes its oldest file when nothing there is live, or moves what is.</summary>
/// <remarks>
/// Confined to whoever calls it. Files go from the oldest on, since a settled message may be named in any file behind
/// its own. A large backlog stays where it was written; only when more than half of the journal is dead weight are the
/// oldest survivors written again at its end, so no message is written twice but to free more than its own size.
/// A message can be settled before its own record is appended. So that a file does not go which says so while the message stays
/// in the next, what is settled of the messages that were on their way at its end is said again first. While the disk refuses to take that,
/// files go all the same, since a full disk has no room before they do: then such a message may come again after a crash.
/// </remarks>
internal sealed class JournalCleaner(WriteAheadLog log, JournalIndex index, MessageJournal journal, JournaledQueues queues)
{
    /// <summary>How long is waited for the disk before looking whether it refuses.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Files kept without a thought: the one being written, and those about to go anyway.</summary>
    private const int FewFiles = 4;

    /// <summary>Deletes and moves what can be, and comes back when nothing is left to do.</summary>
    /// <param name="cancellationToken">Stops between files.</param>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var files = log.Files;
            if (files.Count < 2)
            {
                return;
            }

            var end = files[1].FirstLsn;
            if (index.IsAppendedBefore(end))
            {
                return;
            }

            var hasLive = HasLiveBefore(end);
            if (queues.IsAnyBeingDeleted())
            {
                // Looked for after what is live: its messages count until its deletion is safe, and it does not show them any more.
                return;
            }

            if (hasLive)
            {
                if (files.Count <= FewFiles || files.Sum(file => file.Bytes) < 2 * queues.CountLiveBytes())
                {
                    return;
                }

                if (!await TryMoveAsync(files[0].Number, cancellationToken) || queues.IsAnyBeingDeleted())
                {
                    return;
                }
            }

            await SettleAgainAsync(end, index.BeginForgetting(end), cancellationToken);
            log.Delete(files[0].Number);
            index.ForgetBefore(end);
        }
    }

    private bool HasLiveBefore(long lsn)
    {
        foreach (var (queueId, highest) in index.HighestBefore(lsn))
        {
            if (queues.Find(queueId)?.LowestPersistent() is { } lowest && lowest <= highest)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Says again what is settled of the messages in a stretch of the log, and waits until all that was said is safe.</summary>
    private async Task SettleAgainAsync(long from, long to, CancellationToken cancellationToken)
    {
        await TryWaitUntilDurableAsync(Math.Min(to, log.EndLsn), cancellationToken);
        var enqueued = new Dictionary<long, HashSet<long>>();
        foreach (var file in log.Files)
        {
            if (file.FirstLsn < to && file.EndLsn > from)
            {
                NoteEnqueued(file.Number, from, to, enqueued);
            }
        }

        foreach (var (queueId, positions) in enqueued)
        {
            journal.SettleAgain(queueId, positions);
        }

        await TryWaitUntilDurableAsync(log.EndLsn, cancellationToken);
    }

    /// <summary>Waits until the log is safe up to a position; false when the disk refuses to take it.</summary>
    private async Task<bool> TryWaitUntilDurableAsync(long lsn, CancellationToken cancellationToken)
    {
        while (log.DurableLsn < lsn)
        {
            if (log.IsFailing)
            {
                return false;
            }

            try
            {
                await log.WaitUntilDurableAsync(lsn, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken);
            }
            catch (TimeoutException)
            {
                // A slow disk, or one that refuses.
            }
        }

        return true;
    }

    private void NoteEnqueued(long fileNumber, long from, long to, Dictionary<long, HashSet<long>> enqueued)
    {
        using var reader = log.Read(fileNumber);
        while (reader.TryRead(out var record) && record.Lsn <= to)
        {
            if (record.Lsn > from)
            {
                ForEachTarget(record, (queueId, position) => Add(enqueued, queueId, position));
            }
        }
    }

    private static void Add(Dictionary<long, HashSet<long>> byQueue, long queueId, long position)
    {
        if (!byQueue.TryGetValue(queueId, out var positions))
        {
            byQueue.Add(queueId, positions = []);
        }

        positions.Add(position);
    }

    private static void ForEachTarget(in WalRecord record, Action<long, long> handle)
    {
        foreach (var entry in new JournalEntries(record))
        {
            if (entry.Kind != JournalRecordKind.Enqueued)
            {
                continue;
            }

            JournalFormat.SplitEnqueued(entry.Payload, out var targets);
            for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
            {
                var (queueId, position) = JournalFormat.ReadTarget(targets);
                handle(queueId, position);
            }
        }
    }

    /// <summary>Writes what is live in a file again, at the end, and waits until it is safe there; false when the disk refuses to take it.</summary>
    private async Task<bool> TryMoveAsync(long fileNumber, CancellationToken cancellationToken)
    {
        var moved = new Dictionary<long, HashSet<long>>();
        if (log.IsFailing || !await TryWaitUntilDurableAsync(Move(fileNumber, moved), cancellationToken))
        {
            return false;
        }

        foreach (var (queueId, positions) in moved)
        {
            // Settled while it was moved: said before the copy, perhaps in a file that goes earlier than the copy does.
            journal.SettleAgain(queueId, positions);
        }

        return true;
    }

    private long Move(long fileNumber, Dictionary<long, HashSet<long>> moved)
    {
        var live = LiveIn(fileNumber);
        var lsn = 0L;
        using var reader = log.Read(fileNumber);
        while (reader.TryRead(out var record))
        {
            // The messages of a transaction by themselves: that it was committed is settled once they are read here.
            foreach (var entry in new JournalEntries(record))
            {
                if (entry.Kind == JournalRecordKind.Enqueued)
                {
                    lsn = Math.Max(lsn, MoveOne(entry.Payload, live, moved));
                }
            }
        }

        return lsn;
    }

    private long MoveOne(ReadOnlySpan<byte> payload, Dictionary<long, PositionSet> live, Dictionary<long, HashSet<long>> moved)
    {
        var message = JournalFormat.SplitEnqueued(payload, out var targets);
        var kept = new List<JournalTarget>();
        for (; targets.Length > 0; targets = targets[JournalFormat.TargetLength..])
        {
            var (queueId, position) = JournalFormat.ReadTarget(targets);
            if (live.TryGetValue(queueId, out var positions) && positions.Contains(position))
            {
                kept.Add(new JournalTarget(queueId, position));
                Add(moved, queueId, position);
            }
        }

        return kept.Count == 0 ? 0 : journal.Moved([.. kept], message);
    }

    private Dictionary<long, PositionSet> LiveIn(long fileNumber)
    {
        var ranges = new Dictionary<long, (long First, long Last)>();
        using var reader = log.Read(fileNumber);
        while (reader.TryRead(out var record))
        {
            ForEachTarget(record, (queueId, position) =>
            {
                var range = ranges.GetValueOrDefault(queueId, (First: position, Last: position));
                ranges[queueId] = (Math.Min(range.First, position), Math.Max(range.Last, position));
            });
        }

        return ranges.ToDictionary(entry => entry.Key, entry => LiveIn(entry.Key, entry.Value.First, entry.Value.Last));
    }

    private PositionSet LiveIn(long queueId, long first, long last) =>
        queues.Find(queueId)?.PersistentBetween(first, last) ?? new PositionSet();
}
