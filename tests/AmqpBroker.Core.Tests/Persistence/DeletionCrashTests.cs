using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A crash while a queue is being deleted: it is there with all its messages, or gone.</summary>
[CancelAfter(60_000)]
public sealed class DeletionCrashTests
{
    [Test]
    public async Task Before_the_deletion_is_safe_the_queue_keeps_its_messages(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        var wasDeleted = await DeletionCrash.BeforeItIsSafeAsync(disk, store, () => store.DeleteAsync("a"), cancellationToken);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wasDeleted, Is.False);
            Assert.That(again.Numbers("a"), Is.EqualTo(Enumerable.Range(1, DeletionCrash.Messages)));
        }
    }

    [Test]
    public async Task Once_the_deletion_is_safe_the_queue_and_its_files_are_gone(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        await store.DeleteAsync("a");
        await store.Store.CleanAsync(cancellationToken);
        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Topology, Is.Empty);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal")); // it is in a directory
            Assert.That(disk.Log.Errors, Is.Empty);
        }
    }

    [Test]
    public async Task A_crash_at_any_operation_of_the_disk_leaves_the_queue_whole_or_gone([Range(0, 5)] int operations, CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        var wasDeleted = await DeletionCrash.AfterAsync(operations, disk, store, () => store.DeleteAsync("a"), cancellationToken);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        if (wasDeleted)
        {
            Assert.That(again.Topology, Is.Empty);
        }
        else
        {
            Assert.That(again.Numbers("a"), again.Topology.Count == 0 ? Is.Empty : Is.EqualTo(Enumerable.Range(1, DeletionCrash.Messages)));
        }
    }

    private static async Task<OpenStore> FillAsync(StoreDisk disk)
    {
        var store = await disk.OpenAsync(DeletionCrash.SmallFile);
        await store.DeclareAsync("a");
        await store.PublishAsync("a", Enumerable.Range(1, DeletionCrash.Messages));
        return store;
    }
}
