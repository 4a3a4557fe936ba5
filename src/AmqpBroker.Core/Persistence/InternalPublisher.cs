using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Persistence;

/// <summary>Puts a message that the broker itself publishes into its queues, and a persistent one into the journal. Any thread, outside every lock.</summary>
/// <param name="journal">The journal; null where nothing is kept.</param>
internal sealed class InternalPublisher(MessageJournal? journal)
{
    /// <summary>Enqueues a message.</summary>
    /// <param name="targets">The queues.</param>
    /// <param name="run">The message, alone.</param>
    /// <param name="now">The time, in Unix milliseconds.</param>
    /// <param name="refused">Takes the names of the queues that are full and refuse it; null when that is no matter.</param>
    public void Enqueue(IEnumerable<Queue> targets, in MessageRun run, long now, ICollection<string>? refused = null)
    {
        var isPersistent = (run.Messages[0].Flags & MessageFlags.Persistent) != MessageFlags.None;
        var journaled = new List<JournalTarget>();
        var deduplicating = new List<(Queue Queue, long Position)>();
        var start = journal?.EndLsn ?? 0;
        foreach (var target in targets)
        {
            var position = target.Enqueue(in run, now);
            if (position == Queue.Refused)
            {
                refused?.Add(target.Name);
            }
            else if (position >= 0 && target.IsJournaled && (isPersistent || target.KeepsTransient))
            {
                journaled.Add(new JournalTarget(target.Id, position, target.KeepsTransient));
                if (target.Settings.IsDeduplicating)
                {
                    deduplicating.Add((target, position));
                }
            }

            target.DispatchElsewhere();
        }

        if (journaled.Count > 0)
        {
            var lsn = journal?.Enqueued(start, CollectionsMarshal.AsSpan(journaled), in run, now) ?? 0;
            foreach (var (queue, position) in deduplicating)
            {
                queue.NoteJournaled(in run.Messages[0], position, lsn);
            }
        }
    }
}
