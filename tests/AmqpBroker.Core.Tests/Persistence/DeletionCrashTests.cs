using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A crash while a queue is being deleted: it is there with all its messages, or gone.</summary>
[CancelAfter(60_000)]
public sealed class DeletionCrashTests
{
    private const int SmallFile = 4096;
    private const int Messages = 100;

    [Test]
    public async Task Before_the_deletion_is_safe_the_queue_keeps_its_messages(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        disk.Files.HoldSyncs();
        var deleting = store.DeleteAsync("a");
        await store.Store.CleanAsync(cancellationToken);
        var wasDeleted = deleting.IsCompleted;
        await disk.CrashAsync(store);
        await EndAsync(deleting);

        await using var again = await disk.OpenAsync(SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wasDeleted, Is.False);
            Assert.That(again.Numbers("a"), Is.EqualTo(Enumerable.Range(1, Messages)));
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

        await using var again = await disk.OpenAsync(SmallFile);
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
        foreach (var operation in Enum.GetValues<FileOperation>())
        {
            disk.Files.Fail(operation, after: operations, times: int.MaxValue);
        }

        var deleting = store.DeleteAsync("a");
        try
        {
            await store.Store.CleanAsync(cancellationToken).WaitAsync(TimeSpan.FromSeconds(1), cancellationToken);
        }
        catch (Exception failed) when (failed is IOException or TimeoutException)
        {
            // The disk refuses, or is waited for.
        }

        var wasDeleted = deleting.IsCompletedSuccessfully;
        await disk.CrashAsync(store);
        await EndAsync(deleting);

        await using var again = await disk.OpenAsync(SmallFile);
        if (wasDeleted)
        {
            Assert.That(again.Topology, Is.Empty);
        }
        else
        {
            Assert.That(again.Numbers("a"), again.Topology.Count == 0 ? Is.Empty : Is.EqualTo(Enumerable.Range(1, Messages)));
        }
    }

    private static async Task<OpenStore> FillAsync(StoreDisk disk)
    {
        var store = await disk.OpenAsync(SmallFile);
        await store.DeclareAsync("a");
        await store.PublishAsync("a", Enumerable.Range(1, Messages));
        return store;
    }

    private static async Task EndAsync(Task deleting)
    {
        try
        {
            await deleting;
        }
        catch (MetadataStoreException)
        {
            // The store was closed before the deletion was safe.
        }
    }
}
