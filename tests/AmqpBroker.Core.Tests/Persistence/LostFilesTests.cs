using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>Files of a data directory that are cut, unreadable or not there.</summary>
[CancelAfter(120_000)]
public sealed class LostFilesTests
{
    private const int SmallFile = 4096;
    private const int Messages = 100;

    [Test]
    public async Task A_message_journal_cut_anywhere_keeps_what_is_before_the_cut()
    {
        using var disk = await FilledStore.KilledAsync();
        await using (var store = await disk.OpenAsync())
        {
            await store.PublishAsync("a", 8, 9);
            store.Consume("a", 1);
            await store.PublishAsync("a", 10);
            await disk.KillAsync(store);
        }

        var whole = disk.Files;
        var path = disk.Messages(2);
        var end = whole.Bytes(path).AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        var previous = 0;
        for (var cut = 64; cut <= end; cut++)
        {
            var torn = whole.Copy();
            torn.Patch(path, cut, new byte[end - cut + 1]);
            disk.GoOnWith(torn);
            await using var store = await disk.OpenAsync();

            var found = store.Numbers("a");
            int[][] expected = [[3, 4, 5, 6, 7], [3, 4, 5, 6, 7, 8], [3, 4, 5, 6, 7, 8, 9], [4, 5, 6, 7, 8, 9], [4, 5, 6, 7, 8, 9, 10]];
            var step = Array.FindIndex(expected, numbers => numbers.SequenceEqual(found));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(step, Is.GreaterThanOrEqualTo(previous), $"cut at {cut}: {string.Join(", ", found)}");
                Assert.That(disk.Log.Errors, Is.Empty, $"cut at {cut}");
            }

            previous = step;
        }

        Assert.That(previous, Is.EqualTo(4));
    }

    [Test]
    public async Task A_metadata_journal_cut_anywhere_keeps_what_is_before_the_cut()
    {
        using var disk = await FilledStore.KilledAsync();
        var whole = disk.Files;
        var path = disk.Journal(1);
        var end = whole.Bytes(path).AsSpan().LastIndexOfAnyExcept((byte)0) + 1;
        var found = new List<int>();
        for (var cut = end; cut > 64; cut--)
        {
            var torn = whole.Copy();
            torn.Patch(path, cut, new byte[end - cut + 1]);
            disk.GoOnWith(torn);
            try
            {
                await using var store = await disk.OpenAsync();
                found.Add(store.Topology.Count);
            }
            catch (MetadataStoreException refused)
            {
                // Not one queue is left, and there are messages.
                Assert.That(refused.Message, Does.Contain("holds messages, and no metadata"));
                found.Add(0);
            }
        }

        Assert.That(found, Is.Ordered.Descending);
        Assert.That((found[0], found[^1]), Is.EqualTo((FilledStore.Topology.Length, 0)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task The_other_files_of_the_message_journal_are_read_when_one_is_missing(int number)
    {
        using var disk = await ManyFilesAsync();
        disk.Files.Delete(disk.Messages(number));

        await using var store = await disk.OpenAsync(SmallFile);

        var found = store.Numbers("a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.SubsetOf(Enumerable.Range(1, Messages)).And.Ordered);
            Assert.That(found, Has.Count.InRange(Messages - 50, Messages - 10));
            Assert.That(found.Contains(1), Is.EqualTo(number != 1));

            // What is missing at either end may have been given back, or never written.
            Assert.That(
                disk.Log.Errors,
                number == 2 ? Has.One.EqualTo($"Files 2 to 2 are missing in {Path.GetDirectoryName(disk.Messages(2))}; messages in them are lost") : Is.Empty);
        }
    }

    [Test]
    public async Task The_newest_file_of_the_message_journal_may_be_missing()
    {
        using var disk = await ManyFilesAsync();
        var newest = disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!).Last(name => char.IsAsciiDigit(name[0])); // it is in a directory
        disk.Files.Delete(Path.Combine(Path.GetDirectoryName(disk.Messages(1))!, newest)); // as above

        await using (var store = await disk.OpenAsync(SmallFile))
        {
            await store.PublishAsync("a", 1000);
        }

        await using var again = await disk.OpenAsync(SmallFile);
        var found = again.Numbers("a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.SkipLast(1), Is.EqualTo(Enumerable.Range(1, found.Count - 1)));
            Assert.That(found[^1], Is.EqualTo(1000));
        }
    }

    [Test]
    public async Task A_block_of_the_message_journal_that_the_disk_does_not_give_is_reported()
    {
        using var disk = await ManyFilesAsync();
        disk.Files.Break(disk.Messages(2), 2048);

        await using var store = await disk.OpenAsync(SmallFile);

        var found = store.Numbers("a");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.SubsetOf(Enumerable.Range(1, Messages)).And.Ordered);
            Assert.That(found, Does.Contain(1).And.Contain(Messages));
            Assert.That(disk.Log.Errors, Is.Not.Empty.And.All.Contains("file 2"));
        }
    }

    [Test]
    public async Task A_metadata_snapshot_that_the_disk_does_not_give_costs_nothing()
    {
        using var disk = await FilledStore.StoppedAsync();
        disk.Files.Break(disk.Metadata("snapshot"), 0);

        await using var store = await disk.OpenAsync();

        FilledStore.AssertWhole(store, "the journal has it all");
        Assert.That(disk.Log.Errors, Has.One.Contains("snapshot"));
    }

    [Test]
    public async Task Without_snapshots_the_metadata_journal_has_it_all()
    {
        using var disk = await FilledStore.StoppedAsync();
        disk.Files.Delete(disk.Metadata("snapshot"));

        await using var store = await disk.OpenAsync();

        FilledStore.AssertWhole(store, "the journal goes back to the beginning");
    }

    [Test]
    public async Task Without_its_journal_the_metadata_is_that_of_the_snapshot()
    {
        using var disk = await FilledStore.StoppedAsync();
        disk.Files.Delete(disk.Journal(1));

        await using (var store = await disk.OpenAsync())
        {
            FilledStore.AssertWhole(store, "the snapshot was made at the stop");
            Assert.That(disk.Log.Errors, Has.One.Contains("ends at 0, before the snapshot"));
            await store.DeclareAsync("d");
        }

        await using var again = await disk.OpenAsync();
        Assert.That(again.Topology, Has.Member("d"));
    }

    [Test]
    public async Task Without_snapshots_and_the_beginning_of_the_journal_the_start_is_refused()
    {
        using var disk = await FilledStore.StoppedAsync();
        await using (await disk.OpenAsync())
        {
            // Begins a second file of the journal.
        }

        disk.Files.Delete(disk.Metadata("snapshot"));
        disk.Files.Delete(disk.Metadata("snapshot.old"));
        disk.Files.Delete(disk.Journal(1));

        var refused = await Assert.ThrowsAsync<MetadataStoreException>(() => disk.OpenAsync());

        Assert.That(refused!.Message, Does.Contain("its snapshots are damaged or missing")); // it was thrown
    }

    [Test]
    public async Task Messages_without_any_metadata_refuse_the_start()
    {
        using var disk = await FilledStore.KilledAsync();
        disk.Files.Delete(disk.Journal(1));

        var refused = await Assert.ThrowsAsync<MetadataStoreException>(() => disk.OpenAsync());

        Assert.That(refused!.Message, Does.Contain("holds messages, and no metadata")); // it was thrown
    }

    [Test]
    public async Task A_queue_that_the_metadata_has_lost_is_reported_and_no_other_gets_its_messages()
    {
        using var disk = await FilledStore.KilledAsync();
        var bytes = disk.Files.Bytes(disk.Journal(1));
        disk.Files.Patch(disk.Journal(1), bytes.AsSpan().IndexOf("\u0001c\0"u8), "!"u8);

        await using (var store = await disk.OpenAsync())
        {
            Assert.That(store.Topology, Is.EqualTo(new[] { "a", "b", "e" }));
            Assert.That(disk.Log.Errors, Has.One.Contains("lost 1 queues"));
            await store.DeclareAsync("new");
        }

        await using var again = await disk.OpenAsync();
        Assert.That(again.Numbers("new"), Is.Empty);
    }

    [Test]
    public async Task Without_delivered_marks_every_message_is_there()
    {
        using var disk = await FilledStore.KilledAsync();
        File.Delete(disk.MarksPath);

        await using var store = await disk.OpenAsync();

        FilledStore.AssertWhole(store, "marks are hints");
    }

    private static async Task<StoreDisk> ManyFilesAsync()
    {
        var disk = new StoreDisk(new FaultyFiles());
        var store = await disk.OpenAsync(SmallFile);
        await store.DeclareAsync("a");
        await store.PublishAsync("a", Enumerable.Range(1, Messages));
        await disk.KillAsync(store);
        return disk;
    }
}
