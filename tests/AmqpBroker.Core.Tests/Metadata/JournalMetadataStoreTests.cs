using AmqpBroker.Core.Metadata;
using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Metadata;

public sealed class JournalMetadataStoreTests : IDisposable
{
    private readonly StoreDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Test]
    public async Task A_new_store_holds_nothing()
    {
        await using var store = await _directory.OpenAsync();

        Assert.That((store.Load(), store.Recovery.Damage), Is.EqualTo((Array.Empty<MetadataCommand>(), Array.Empty<string>())));
    }

    [Test]
    public void A_store_holds_what_its_commands_came_to_after_a_stop_and_after_a_crash() =>
        Property.Holds(Generate.History, history => AssertHolds(history).GetAwaiter().GetResult(), runs: 60);

    [Test]
    public async Task Commands_that_come_together_are_all_kept()
    {
        MetadataCommand[] commands = [.. Enumerable.Range(1, 500).Select(id => Queue($"q{id}", id))];
        await using (var store = await _directory.OpenAsync())
        {
            await Task.WhenAll(commands.Select(command => Task.Run(async () => await store.CommitAsync(command))));
        }

        await using var reopened = await _directory.OpenAsync();

        Assert.That(reopened.Load(), Is.EquivalentTo(commands));
    }

    [Test]
    public async Task Ids_of_queues_are_never_given_out_again()
    {
        long first;
        await using (var store = await _directory.OpenAsync())
        {
            first = store.NextQueueId();
            await store.CommitAsync(Queue("q", first));
            await store.CommitAsync(new QueueDeleted("/", "q", first));
        }

        await using (var store = await _directory.OpenAsync())
        {
            Assert.That(store.NextQueueId(), Is.GreaterThan(first));
            store.SkipQueueIdsTo(1000);
            Assert.That(store.NextQueueId(), Is.EqualTo(1001));
        }
    }

    [Test]
    public async Task A_store_that_is_killed_again_and_again_keeps_few_files()
    {
        var directory = new StoreDirectory();
        for (var id = 1; id <= 20; id++)
        {
            await using var store = await directory.OpenAsync();
            await store.CommitAsync(Queue($"q{id}", id));
            var killed = directory;
            directory = await killed.CopyAsAfterCrashAsync(store);
            killed.Dispose();
        }

        using (directory)
        {
            await using var last = await directory.OpenAsync();
            Assert.That(directory.JournalFiles, Has.Count.LessThanOrEqualTo(6));
            Assert.That(last.Load(), Has.Count.EqualTo(20));
        }
    }

    [Test]
    public async Task A_journal_that_grows_is_summed_up_and_given_back()
    {
        await using var store = await _directory.OpenAsync(snapshotFrom: 2000, fileSize: 4096);

        for (var id = 1; id <= 1000; id++)
        {
            await store.CommitAsync(Queue("q", id));
            await store.CommitAsync(new QueueDeleted("/", "q", id));
        }

        using var copy = await _directory.CopyAsAfterCrashAsync(store);
        await using var reopened = await copy.OpenAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.Exists(_directory.Newest), Is.True);
            Assert.That(_directory.JournalFiles, Has.Count.LessThan(12), "some 25 were written");
            Assert.That(reopened.Load(), Is.Empty);
            Assert.That(reopened.Recovery.Damage, Is.Empty);
        }
    }

    [Test]
    public async Task A_clean_stop_leaves_a_snapshot_and_nothing_to_replay()
    {
        await CommitAsync(Queue("q", 1), Queue("r", 2));

        await using var store = await _directory.OpenAsync();

        Assert.That((store.Recovery.CommandsInSnapshot, store.Recovery.CommandsInJournal), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task A_damaged_snapshot_is_replaced_by_the_one_before_and_the_journal_since()
    {
        await CommitAsync(Queue("q", 1));
        await CommitAsync(Queue("r", 2));
        StoreDirectory.Damage(_directory.Newest);

        await using (var store = await _directory.OpenAsync())
        {
            Assert.That(store.Load(), Is.EquivalentTo(new[] { Queue("q", 1), Queue("r", 2) }));
            Assert.That(store.Recovery.Damage.Single(), Does.Contain("set aside as").And.Contains("snapshot.damaged.1"));
            await store.CommitAsync(Queue("s", 3));
        }

        await using var after = await _directory.OpenAsync();
        Assert.That((after.Load(), after.Recovery.Damage), Is.EqualTo((new[] { Queue("q", 1), Queue("r", 2), Queue("s", 3) }, Array.Empty<string>())));
    }

    [Test]
    public async Task A_damaged_first_snapshot_is_replaced_by_the_whole_journal()
    {
        await CommitAsync(Queue("q", 1));
        StoreDirectory.Damage(_directory.Newest);

        await using var store = await _directory.OpenAsync();

        Assert.That((store.Load(), store.Recovery.Damage.Count), Is.EqualTo((new[] { Queue("q", 1) }, 1)));
    }

    [Test]
    public async Task A_crash_between_the_renames_of_two_snapshots_loses_nothing()
    {
        await CommitAsync(Queue("q", 1));
        await CommitAsync(Queue("r", 2));
        File.Delete(_directory.Previous);
        File.Move(_directory.Newest, _directory.Previous);
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "snapshot.tmp"), "half of one");

        await CommitAsync(Queue("s", 3));

        await using var store = await _directory.OpenAsync();
        Assert.That((store.Load(), store.Recovery.Damage), Is.EqualTo((new[] { Queue("q", 1), Queue("r", 2), Queue("s", 3) }, Array.Empty<string>())));
    }

    [Test]
    public async Task Nothing_starts_from_damaged_snapshots_and_half_a_journal()
    {
        await CommitAsync(Queue("q", 1));
        await CommitAsync(Queue("r", 2));
        StoreDirectory.Damage(_directory.Newest);
        StoreDirectory.Damage(_directory.Previous);
        foreach (var file in _directory.JournalFiles.SkipLast(1))
        {
            File.Delete(file);
        }

        await Assert.ThatAsync(() => _directory.OpenAsync(), Throws.InstanceOf<MetadataStoreException>().With.Message.Contains("Restore"));
    }

    [Test]
    public async Task A_lost_journal_is_reported_and_positions_given_out_again_count()
    {
        await CommitAsync(Queue("q", 1));
        await CommitAsync(Queue("r", 2));
        Directory.Delete(Path.Combine(_directory.Path, "journal"), recursive: true);

        await using (var store = await _directory.OpenAsync())
        {
            Assert.That(store.Recovery.Damage, Has.Count.EqualTo(1));
            await store.CommitAsync(Queue("s", 3));
            using var copy = await _directory.CopyAsAfterCrashAsync(store);
            await using var reopened = await copy.OpenAsync();
            Assert.That(reopened.Load(), Is.EquivalentTo(new[] { Queue("q", 1), Queue("r", 2), Queue("s", 3) }));
        }
    }

    [Test]
    public async Task A_closed_store_refuses_commands()
    {
        var store = await _directory.OpenAsync();
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThatAsync(async () => await store.CommitAsync(Queue("q", 1)), Throws.InstanceOf<MetadataStoreException>());
    }

    private static QueueDeclared Queue(string name, long id) =>
        new("/", new QueueDeclaration { Name = name, Id = id, IsDurable = true });

    /// <summary>Opens the store, carries out the commands, and stops.</summary>
    private async Task CommitAsync(params MetadataCommand[] commands)
    {
        await using var store = await _directory.OpenAsync();
        foreach (var command in commands)
        {
            await store.CommitAsync(command);
        }
    }

    private static async Task AssertHolds(MetadataCommand[] history)
    {
        using var directory = new StoreDirectory();
        var expected = new NaiveMetadata().Apply(history).Commands;
        await using (var store = await directory.OpenAsync(snapshotFrom: 400, fileSize: 4096))
        {
            foreach (var command in history)
            {
                await store.CommitAsync(command);
            }

            using var copy = await directory.CopyAsAfterCrashAsync(store);
            await using var afterCrash = await copy.OpenAsync();
            Assert.That(afterCrash.Load(), Is.EquivalentTo(expected), "after a crash");
        }

        await using var afterStop = await directory.OpenAsync();
        Assert.That(afterStop.Load(), Is.EquivalentTo(expected), "after a stop");
    }
}
