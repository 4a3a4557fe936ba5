using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>
/// A queue takes a message before its journal does, so it may be settled in the journal before it is enqueued there: perhaps in a
/// file that goes earlier.
/// </summary>
[CancelAfter(60_000)]
public sealed class SettledBeforeEnqueuedTests
{
    private const int FileSize = 4096;
    private const int Mebibyte = 1024 * 1024;

    [Test]
    public async Task A_message_does_not_come_back_when_the_file_that_settles_it_goes_first([Values] bool isPurged)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await StartAsync(disk, FileSize))
        {
            var append = EnqueueFinished(store, isPurged);
            await FillAsync(store);
            await store.Store.Journal.WaitUntilSafeAsync(append());

            await FreeAsync(store);
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Numbers("late"), Is.Empty);
    }

    [Test]
    public async Task A_message_does_not_come_back_when_the_file_that_settles_it_has_gone_already([Values] bool isPurged)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await StartAsync(disk, FileSize))
        {
            var append = EnqueueFinished(store, isPurged);
            await FillAsync(store);
            await FreeAsync(store);

            await store.Store.Journal.WaitUntilSafeAsync(append());
            await store.WriteAsync();
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Numbers("late"), Is.Empty);
    }

    [Test]
    public async Task A_message_does_not_come_back_when_the_file_that_settles_it_goes_after_a_restart([Values] bool isPurged)
    {
        // Large files, since what is live is looked for in stretches of 16 MiB: the last one here stays.
        const int Large = 20 * Mebibyte;
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await StartAsync(disk, Large))
        {
            var append = EnqueueFinished(store, isPurged);
            for (var i = 0; i < 54; i++)
            {
                await store.Store.Journal.WaitUntilSafeAsync(store.Enqueue(["other"], i, Mebibyte)());
            }

            append();
            store.Consume("other", 53);
            await store.WriteAsync();
            await disk.KillAsync(store);
        }

        await using (var store = await disk.OpenAsync(Large))
        {
            var before = disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!);
            await FreeAsync(store);
            Assert.That(before, Has.Member("0000000001.wal"));
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal").And.Member("0000000003.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(Large);
        Assert.That(again.Numbers("late"), Is.Empty);
        Assert.That(again.Numbers("other"), Is.EqualTo(new[] { 53 }));
    }

    [Test]
    public async Task What_is_live_behind_a_file_that_goes_stays_live()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await StartAsync(disk, FileSize))
        {
            Func<long>[] appends = [.. Enumerable.Range(1, 5).Select(number => store.Enqueue(["late"], number))];
            store.Consume("late", 2);
            await FillAsync(store);
            foreach (var append in appends)
            {
                await store.Store.Journal.WaitUntilSafeAsync(append());
            }

            await FreeAsync(store);
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Numbers("late"), Is.EqualTo(new[] { 3, 4, 5 }));
    }

    private static async Task<OpenStore> StartAsync(StoreDisk disk, int fileSize)
    {
        var store = await disk.OpenAsync(fileSize);
        await store.DeclareAsync("late");
        await store.DeclareAsync("other");
        return store;
    }

    // A message that its queue takes and lets go before the journal has heard of it; what is returned tells the journal.
    private static Func<long> EnqueueFinished(OpenStore store, bool isPurged)
    {
        var append = store.Enqueue(["late"], 1);
        if (isPurged)
        {
            store.Queue("late").Purge();
        }
        else
        {
            store.Consume("late", 1);
        }

        return append;
    }

    // What the first file says is in no other when this returns.
    private static async Task FillAsync(OpenStore store)
    {
        for (var i = 0; i < 60; i++)
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
