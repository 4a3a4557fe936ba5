using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Routing;
using AmqpBroker.Server.Output;

namespace AmqpBroker.Server.Channels;

/// <summary>Carries out a transaction: publishes, then acknowledgements, and then all of it as one record of the journal.</summary>
internal static class TransactionCommit
{
    /// <param name="channel">The transactional channel.</param>
    /// <param name="publishes">The messages, in the order of publishing.</param>
    /// <param name="settles">The deliveries taken out of the channel's table.</param>
    /// <param name="run">Settles them.</param>
    /// <param name="touched">Gets the queues on which something became possible.</param>
    /// <param name="context">Clock and journal.</param>
    public static CommitOutcome Run(
        AmqpChannel channel,
        List<HeldPublish> publishes,
        List<(UnackedDelivery Delivery, SettleOutcome Outcome)> settles,
        SettleRun run,
        HashSet<Queue> touched,
        in BatchContext context)
    {
        var journal = context.Journal is null ? null : new JournalTransaction(context.Journal);
        var now = context.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        var targets = new List<JournalTarget>();
        var isWhole = true;
        var pass = publishes.Exists(static publish => publish.Route.Deduplicates) ? new DeduplicationPass() : null;
        foreach (var (route, isMandatory, message) in publishes)
        {
            route.Counter?.Count(1, route.Queues.Length);
            channel.Publishing.ReturnIfGone(route, isMandatory, in message);
            var one = new MessageRun(route.WireBytes, new ReadOnlySpan<PublishedMessage>(in message));
            isWhole &= Enqueue(route, in one, now, targets, touched, pass);

            journal?.Enqueued(CollectionsMarshal.AsSpan(targets), route.WireBytes, in message, now);
            targets.Clear();
        }

        run.SettleTaken(channel, settles, touched, journal);
        var lsn = journal?.Commit() ?? 0;
        return pass is null
            ? new CommitOutcome(lsn, isWhole)
            : new CommitOutcome(Math.Max(lsn, pass.End(lsn)), isWhole && !pass.IsRefused);
    }

    /// <returns>False when a queue refuses the message.</returns>
    private static bool Enqueue(
        Route route, in MessageRun one, long now, List<JournalTarget> targets, HashSet<Queue> touched, DeduplicationPass? pass)
    {
        ref readonly var message = ref one.Messages[0];
        pass?.BeginMessage(route, in message, now);
        var isTaken = true;
        for (var i = 0; i < route.Queues.Length; i++)
        {
            var queue = route.Queues[i];
            if (pass is not null && !pass.Reaches(i))
            {
                continue;
            }

            var position = queue.Enqueue(in one, now);
            isTaken &= position != Queue.Refused;
            touched.Add(queue);
            if (position >= 0 && queue.IsJournaled)
            {
                targets.Add(new JournalTarget(queue.Id, position, queue.KeepsTransient));
                pass?.WillBeJournaled(queue, position, in message);
            }
            else if (position == Queue.Duplicate)
            {
                pass?.Dropped(queue, in message);
            }
        }

        pass?.EndMessage(isTaken);
        return isTaken;
    }
}
