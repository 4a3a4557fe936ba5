using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>What a committed transaction did is there after a crash as a whole, or not at all.</summary>
[CancelAfter(120_000)]
public sealed class TransactionTests
{
    private const int FileSize = 4096;

    private const int RecordAlignment = 8;

    private const string Before = "a 1 2 3 | b | c 21";

    private const string After = "a 3 | b 11 12 13 | c 21 12";

    [Test]
    public async Task All_of_it_survives_a_kill()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await CommitAndKillAsync(disk);

        Assert.That(DescribeInspected(disk), Is.EqualTo("a 1 | b 3 | c 2"));
        await using var store = await disk.OpenAsync();
        Assert.That(Describe(store), Is.EqualTo(After));
    }

    [Test]
    public async Task Nothing_of_it_survives_when_its_record_is_cut_anywhere()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var (start, end) = await CommitAndKillAsync(disk);
        var whole = disk.Files;
        var bytes = whole.Bytes(disk.Messages(1));

        // Up to the zeros that fill a record up; what lies behind a torn write is what was there before.
        for (var cut = start; cut <= end - RecordAlignment; cut++)
        {
            var torn = whole.Copy();
            torn.Patch(disk.Messages(1), cut, [.. Enumerable.Repeat((byte)0xA5, bytes.Length - cut)]);
            disk.GoOnWith(torn);

            Assert.That(DescribeInspected(disk), Is.EqualTo("a 3 | b 0 | c 1"), $"cut at {cut}");
            await using var store = await disk.OpenAsync();
            Assert.That(Describe(store), Is.EqualTo(Before), $"cut at {cut}");
        }
    }

    [Test]
    public async Task Nothing_of_it_survives_when_a_bit_of_its_record_is_flipped()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        var (start, end) = await CommitAndKillAsync(disk);
        var whole = disk.Files;
        var bytes = whole.Bytes(disk.Messages(1));
        for (var position = start; position < end; position += 3)
        {
            var flipped = whole.Copy();
            flipped.Patch(disk.Messages(1), position, [(byte)(bytes[position] ^ (1 << (position % 8)))]);
            disk.GoOnWith(flipped);
            await using var store = await disk.OpenAsync();

            // A flip in the zeros that fill it up, or in the marker before it, costs nothing.
            Assert.That(Describe(store), Is.EqualTo(Before).Or.EqualTo(After), $"bit {position % 8} of byte {position}");
        }
    }

    [Test]
    public async Task Its_messages_are_kept_when_the_file_of_its_record_goes()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenFilledAsync(disk))
        {
            await CommitAsync(store);
            await FillAsync(store);
            await store.Store.CleanAsync(TestContext.CurrentContext.CancellationToken);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(Describe(again), Is.EqualTo(After));
    }

    [Test]
    public async Task Its_messages_can_be_moved_again_after_a_restart()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenFilledAsync(disk))
        {
            await CommitAsync(store);
            await disk.KillAsync(store);
        }

        await using (var store = await disk.OpenAsync(FileSize))
        {
            await FillAsync(store);
            await store.Store.CleanAsync(TestContext.CurrentContext.CancellationToken);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(Describe(again), Is.EqualTo(After));
    }

    [Test]
    public async Task A_message_of_it_that_is_settled_before_the_commit_does_not_come_back_when_the_file_that_says_so_goes_first([Values] bool hasGone)
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenFilledAsync(disk))
        {
            var transaction = store.Begin();
            store.Enqueue(transaction, ["b"], 11);
            store.Enqueue(transaction, ["b"], 12);
            store.Consume("b", 1);
            await FillAsync(store);
            if (hasGone)
            {
                await store.Store.CleanAsync(TestContext.CurrentContext.CancellationToken);
            }

            await store.Store.Journal.WaitUntilSafeAsync(transaction.Commit());
            await store.WriteAsync();
            await store.Store.CleanAsync(TestContext.CurrentContext.CancellationToken);
            Assert.That(disk.Files.List(Path.GetDirectoryName(disk.Messages(1))!), Has.No.Member("0000000001.wal"));
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Numbers("b"), Is.EqualTo(new[] { 12 }));
    }

    [Test]
    public async Task One_that_is_larger_than_a_file_survives()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using (var store = await OpenFilledAsync(disk))
        {
            var transaction = store.Begin();
            for (var number = 100; number < 150; number++)
            {
                store.Enqueue(transaction, ["b", "c"], number, padding: 1000);
            }

            await store.Store.Journal.WaitUntilSafeAsync(transaction.Commit());
            await disk.KillAsync(store);
        }

        await using var again = await disk.OpenAsync(FileSize);
        Assert.That(again.Numbers("b"), Is.EqualTo(Enumerable.Range(100, 50)));
        Assert.That(again.Numbers("c"), Is.EqualTo(Enumerable.Range(100, 50).Prepend(21)));
    }

    [Test]
    public async Task One_that_changes_nothing_that_is_kept_writes_nothing()
    {
        using var disk = new StoreDisk(new FaultyFiles());
        await using var store = await OpenFilledAsync(disk);

        Assert.That(store.Begin().Commit(), Is.Zero);
    }

    /// <returns>Where in the first file the transaction's group lies.</returns>
    private static async Task<(int Start, int End)> CommitAndKillAsync(StoreDisk disk)
    {
        const int HeaderLength = 64;
        await using var store = await OpenFilledAsync(disk);
        var start = store.Store.Journal.EndLsn;
        await CommitAsync(store);
        var end = store.Store.Journal.EndLsn;
        await disk.KillAsync(store);
        return (HeaderLength + (int)start, HeaderLength + (int)end);
    }

    private static async Task<OpenStore> OpenFilledAsync(StoreDisk disk)
    {
        var store = await disk.OpenAsync(FileSize);
        foreach (var queue in (string[])["a", "b", "c", "other"])
        {
            await store.DeclareAsync(queue);
        }

        await store.PublishAsync("a", 1, 2, 3);
        await store.PublishAsync("c", 21);
        return store;
    }

    private static Task CommitAsync(OpenStore store)
    {
        var transaction = store.Begin();
        store.Enqueue(transaction, ["b"], 11);
        store.Enqueue(transaction, ["b", "c"], 12);
        store.Consume(transaction, "a", 2);
        store.Enqueue(transaction, ["b"], 13);
        return store.Store.Journal.WaitUntilSafeAsync(transaction.Commit());
    }

    // More than what lives is dead weight when this returns.
    private static async Task FillAsync(OpenStore store)
    {
        for (var i = 0; i < 200; i++)
        {
            await store.PublishAsync("other", i);
            store.Consume("other", 1);
        }

        await store.WriteAsync();
    }

    private static string Describe(OpenStore store) =>
        string.Join(" | ", ((string[])["a", "b", "c"]).Select(queue => string.Join(' ', store.Numbers(queue).Select(number => $"{number}").Prepend(queue))));

    private static string DescribeInspected(StoreDisk disk)
    {
        var messages = disk.Inspect();
        return string.Join(" | ", ((string[])["a", "b", "c"]).Select(queue => $"{queue} {messages[queue]}"));
    }
}
