using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>After a crash those messages are flagged redelivered that were handed out, whatever their priorities.</summary>
[CancelAfter(60_000)]
public sealed class PriorityMarkTests
{
    [Test]
    public async Task What_was_not_handed_out_is_not_flagged_though_later_messages_were()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await disk.OpenAsync();
        await store.DeclareAsync("q", TimedQueues.Argument("x-max-priority", 3));
        foreach (var (number, priority) in ((int, byte)[])[(1, 0), (2, 9), (3, 1), (4, 3), (5, 0)])
        {
            await store.Store.Journal.WaitUntilSafeAsync(store.Enqueue(["q"], number, priority: priority)());
        }

        for (var i = 0; i < 3; i++)
        {
            Assert.That(store.Queue("q").TryGet(out _));
        }

        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync();
        Assert.That(again.Queue("q").GetAll(), Is.EqualTo(new[] { -2, -4, -3, 1, 5 }));
    }

    [Test]
    public async Task A_queue_made_after_another_was_deleted_begins_without_marks()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using var store = await disk.OpenAsync();
        await store.DeclareAsync("q", TimedQueues.Argument("x-max-priority", 255));
        var marks = new FileInfo(disk.MarksPath).Length;
        for (var i = 0; i < 40; i++)
        {
            await store.DeleteAsync("q");
            await store.Store.CleanAsync(CancellationToken.None);
            await store.DeclareAsync("q", TimedQueues.Argument("x-max-priority", 255));
        }

        Assert.That(new FileInfo(disk.MarksPath).Length, Is.EqualTo(marks), "marks that are given back are used again");
    }
}
