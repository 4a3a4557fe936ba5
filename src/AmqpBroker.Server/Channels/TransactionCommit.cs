using System.Runtime.InteropServices;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
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
        foreach (var (route, isMandatory, message) in publishes)
        {
            channel.ReturnIfGone(route, isMandatory, in message);
            var one = new MessageRun(route.WireBytes, new ReadOnlySpan<PublishedMessage>(in message));
            foreach (var queue in route.Queues)
            {
                var position = queue.Enqueue(in one, now);
                isWhole &= position != Queue.Refused;
                touched.Add(queue);
                if (position >= 0 && queue.IsJournaled)
                {
                    targets.Add(new JournalTarget(queue.Id, position, queue.KeepsTransient));
                }
            }

            journal?.Enqueued(CollectionsMarshal.AsSpan(targets), route.WireBytes, in message, now);
            targets.Clear();
        }

        run.SettleTaken(channel, settles, touched, journal);
        return new CommitOutcome(journal?.Commit() ?? 0, isWhole);
    }
}
