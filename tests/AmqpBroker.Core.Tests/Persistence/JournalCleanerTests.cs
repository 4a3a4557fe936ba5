using AmqpBroker.Core.Persistence;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Tests.Persistence;

public sealed class JournalCleanerTests
{
    [Test]
    public async Task No_file_goes_that_a_record_held_up_on_its_way_may_lie_in()
    {
        var options = new WriteAheadLogOptions { Directory = "messages", FileSize = 4096 };
        await using var log = WriteAheadLog.Open(options, new FaultyFiles(), TimeProvider.System, new StorageObserver(NullLogger.Instance, "messages"));
        var index = new JournalIndex();
        var queues = new JournaledQueues();
        var cleaner = new JournalCleaner(log, index, new MessageJournal(log, index, queues.Find), queues);
        JournalTarget[] targets = [new(QueueId: 1, FirstPosition: 5)];
        var begun = index.BeginAppend(log.EndLsn, targets, lastIndex: 0);
        for (var i = 0; i < 100; i++)
        {
            await log.WaitUntilDurableAsync(Append(log), CancellationToken.None);
        }

        var files = log.Files.Count;
        await cleaner.CleanAsync(CancellationToken.None);
        var kept = log.Files.Count;

        index.EndAppend(begun, start: 0, log.EndLsn, targets, lastIndex: 0);
        await cleaner.CleanAsync(CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(files, Is.GreaterThan(3));
            Assert.That(kept, Is.EqualTo(files));
            Assert.That(log.Files, Has.Count.EqualTo(1));
        }
    }

    private static long Append(WriteAheadLog log)
    {
        using var append = log.BeginAppend();
        append.Write(kind: 200, new byte[200]);
        return append.Commit();
    }
}
