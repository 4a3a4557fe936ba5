using AmqpBroker.Core.Permissions;
using AmqpBroker.Core.Users;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A virtual host is deleted with its messages, or it is there with all of them: also when the machine fails in between.</summary>
[CancelAfter(60_000)]
public sealed class VirtualHostDeletionCrashTests
{
    [Test]
    public async Task Once_it_is_safe_nothing_of_it_comes_back_and_its_files_are_gone(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        await store.Broker.DeleteVirtualHostAsync("shop");
        await store.Store.CleanAsync(cancellationToken);
        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Broker.TryGetVirtualHost("shop", out _), Is.False);
            Assert.That(again.Broker.Permissions.Find("alice", "shop"), Is.Null);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal")); // it is in a directory
            Assert.That(disk.Log.Errors, Is.Empty);
        }
    }

    [Test]
    public async Task Made_again_it_begins_empty_and_what_is_elsewhere_stays(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        await store.DeclareAsync("kept");
        await store.PublishAsync("kept", 7);
        await store.Broker.DeleteVirtualHostAsync("shop");
        var shop = await store.InAsync("shop");
        await shop.DeclareAsync("a");
        await shop.PublishAsync("a", 5);
        await store.Store.CleanAsync(cancellationToken);
        await disk.CrashAsync(store);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        Assert.That((await again.InAsync("shop")).Numbers("a"), Is.EqualTo(new[] { 5 }));
        Assert.That(again.Numbers("kept"), Is.EqualTo(new[] { 7 }), "what is elsewhere stays");
    }

    [Test]
    public async Task Before_it_is_safe_a_crash_brings_everything_back(CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        var wasDeleted = await DeletionCrash.BeforeItIsSafeAsync(disk, store, () => store.Broker.DeleteVirtualHostAsync("shop").AsTask(), cancellationToken);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(wasDeleted, Is.False);
            Assert.That((await again.InAsync("shop")).Numbers("a"), Is.EqualTo(Enumerable.Range(1, DeletionCrash.Messages)));
            Assert.That(again.Broker.Permissions.Find("alice", "shop"), Is.Not.Null);
        }
    }

    [Test]
    public async Task A_crash_at_any_operation_of_the_disk_leaves_it_whole_or_gone([Range(0, 5)] int operations, CancellationToken cancellationToken)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var store = await FillAsync(disk);
        var wasDeleted = await DeletionCrash.AfterAsync(operations, disk, store, () => store.Broker.DeleteVirtualHostAsync("shop").AsTask(), cancellationToken);

        await using var again = await disk.OpenAsync(DeletionCrash.SmallFile);
        var isThere = again.Broker.TryGetVirtualHost("shop", out _);
        Assert.That(isThere && wasDeleted, Is.False);
        if (isThere)
        {
            Assert.That((await again.InAsync("shop")).Numbers("a"), Is.EqualTo(Enumerable.Range(1, DeletionCrash.Messages)));
        }
    }

    private static async Task<OpenStore> FillAsync(StoreDisk disk)
    {
        var store = await disk.OpenAsync(DeletionCrash.SmallFile);
        await store.Broker.FoundAsync();
        await store.Broker.Users.PutAsync(new User("alice", PasswordHash.Blank(), []));
        var shop = await store.InAsync("shop");
        await store.Broker.Permissions.SetAsync(new UserPermission("alice", "shop", ".*", ".*", ".*"));
        await shop.DeclareAsync("a");
        await shop.BindAsync("a");
        await shop.PublishAsync("a", Enumerable.Range(1, DeletionCrash.Messages));
        return store;
    }
}
