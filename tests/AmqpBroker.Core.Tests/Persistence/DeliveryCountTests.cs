using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>How often a message of a quorum queue came back is known after a restart, whichever files have gone by then.</summary>
[CancelAfter(60_000)]
public sealed class DeliveryCountTests
{
    private const int FileSize = 4096;

    [Test]
    public async Task Counts_survive_a_crash_and_another([Values(1, 2)] int crashes)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await OpenAsync(disk, [1, 2, 3]);
        store.Return("q");
        store.Return("q");
        await store.WriteAsync();
        for (var i = 0; i < crashes; i++)
        {
            await disk.CrashAsync(store);
            store = await disk.OpenAsync(FileSize);
        }

        await using var again = store;
        Assert.That((again.Return("q"), again.Queue("q").Count().Ready), Is.EqualTo(((-1, (int?)2), 3L)));
    }

    [Test]
    public async Task A_message_that_came_back_is_flagged_though_the_marks_are_lost()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await OpenAsync(disk, [1, 2]);
        store.Return("q");
        await store.WriteAsync();
        await disk.CrashAsync(store);
        File.Delete(disk.MarksPath);

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Queue("q").GetAll(), Is.EqualTo(new[] { -1, 2 }));
    }

    [Test]
    public async Task Messages_that_came_back_are_shown_to_who_inspects()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using var store = await OpenAsync(disk, [1, 2, 3]);
        store.Return("q");
        store.Return("q");
        await store.WriteAsync();

        var queue = disk.InspectAll().Queues.Single(found => found.Name == "q");

        Assert.That((queue.Messages, queue.Returned), Is.EqualTo((3L, 1L)));
    }

    [Test]
    public async Task A_count_goes_along_when_its_message_is_moved()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenAsync(disk, [1]))
        {
            store.Return("q");
            store.Return("q");
            await FillAsync(store);
            var before = disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!);
            await FreeAsync(store);
            Assert.That(before, Has.Member("0000000001.wal"));
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Return("q"), Is.EqualTo((-1, (int?)2)));
    }

    [Test]
    public async Task A_count_said_before_its_message_stays_when_its_file_goes([Values] bool goesFirst)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenAsync(disk, []))
        {
            var append = store.Enqueue(["q"], 1);
            store.Return("q");
            await FillAsync(store);
            if (goesFirst)
            {
                await FreeAsync(store);
            }

            await store.Store.Journal.WaitUntilSafeAsync(append());
            await FreeAsync(store);
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Return("q"), Is.EqualTo((-1, (int?)1)));
    }

    [Test]
    public async Task A_count_said_before_its_message_stays_when_its_file_goes_after_a_restart()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenAsync(disk, []))
        {
            var append = store.Enqueue(["q"], 1);
            store.Return("q");
            await FillAsync(store);
            await store.Store.Journal.WaitUntilSafeAsync(append());
            await disk.KillAsync(store);
        }

        await using (var store = await disk.OpenAsync(FileSize))
        {
            await FreeAsync(store);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Return("q"), Is.EqualTo((-1, (int?)1)));
    }

    [Test]
    public async Task Without_a_limit_counts_begin_anew()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await disk.OpenAsync(FileSize);
        await store.DeclareAsync("q", TimedQueues.Argument("x-queue-type", "quorum"), TimedQueues.Argument("x-delivery-limit", -1));
        await store.PublishAsync("q", 1);
        store.Return("q");
        await store.WriteAsync();
        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Return("q"), Is.EqualTo((-1, (int?)0)));
    }

    [Test]
    public async Task A_dead_letter_that_waits_for_room_is_in_its_queue_after_a_crash()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await disk.OpenAsync(FileSize);
        await store.DeclareAsync("dead", TimedQueues.Argument("x-max-length", 1), TimedQueues.Argument("x-overflow", "reject-publish"));
        await store.DeclareAsync("q", TimedQueues.Argument("x-dead-letter-exchange", ""), TimedQueues.Argument("x-dead-letter-routing-key", "dead"));
        await store.PublishAsync("q", 1, 2);
        store.Reject("q");
        store.Reject("q");
        var before = store.Queue("q").Count();
        await store.WriteAsync();
        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That((before.Ready, again.Numbers("dead").Single(), again.Numbers("q").Single()), Is.EqualTo((0L, 1, 2)));
    }

    private static async Task<OpenStore> OpenAsync(StoreDisk disk, IEnumerable<int> numbers)
    {
        var store = await disk.OpenAsync(FileSize);
        await store.DeclareAsync("q", TimedQueues.Argument("x-queue-type", "quorum"), TimedQueues.Argument("x-delivery-limit", 5));
        await store.DeclareAsync("other");
        await store.PublishAsync("q", numbers);
        return store;
    }

    // What the first file says is in no other when this returns.
    private static async Task FillAsync(OpenStore store)
    {
        for (var i = 0; i < 150; i++)
        {
            await store.PublishAsync("other", i);
            store.Consume("other", 1);
        }
    }

    private static async Task FreeAsync(OpenStore store)
    {
        await store.WriteAsync();
        await store.Store.CleanAsync(TestContext.CurrentContext.CancellationToken);
    }
}
