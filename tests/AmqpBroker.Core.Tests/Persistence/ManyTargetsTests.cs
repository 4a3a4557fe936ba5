using AmqpBroker.Core.Inspection;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

public sealed class ManyTargetsTests
{
    [Test]
    public async Task A_message_for_more_queues_than_a_record_names_is_kept_for_each(
        [Values(65_535, 65_536, 150_000)] int queues, [Values] bool isTransaction)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var open = await disk.OpenAsync(messageFileSize: 16 << 20))
        {
            PublishedMessage[] messages = [Numbered.Message(1) with { Flags = MessageFlags.Persistent }];
            JournalTarget[] targets = [.. Enumerable.Range(1, queues).Select(id => new JournalTarget(id, id * 2L))];
            var journal = open.Store.Journal;
            byte[] route = [0, 1, (byte)'q'];
            await journal.WaitUntilSafeAsync(isTransaction ? Commit() : journal.Enqueued(journal.EndLsn, targets, new MessageRun(route, messages), Numbered.Now));

            long Commit()
            {
                var transaction = new JournalTransaction(journal);
                transaction.Enqueued(targets, route, in messages[0], Numbered.Now);
                return transaction.Commit();
            }
        }

        var directory = Path.GetDirectoryName(disk.Messages(1))!; // it is in a directory
        var live = new LiveMessages(directory, disk.Files, LogInspector.Inspect(directory, disk.Files, isInUse: false).Files);
        live.Count();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(live.QueueIds, Has.Count.EqualTo(queues));
            Assert.That(Enumerable.Range(1, queues).Sum(id => live.Of(id).Messages), Is.EqualTo(queues));
        }
    }
}
