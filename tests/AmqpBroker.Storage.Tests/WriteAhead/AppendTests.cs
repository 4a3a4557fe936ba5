using System.Text;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(30_000)]
public sealed class AppendTests
{
    [Test]
    public async Task What_is_appended_is_read_back_in_order_after_a_restart()
    {
        var files = new FaultyFiles();
        await using (var log = LogTest.Open(files))
        {
            log.Append("one");
            log.Append(string.Empty);
            log.Append("three");
        }

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(new[] { "one", string.Empty, "three" }));
            Assert.That(report.Records, Is.EqualTo(3));
            Assert.That(report.TornTail, Is.Null);
            Assert.That(report.HasLosses, Is.False);
        }
    }

    [Test]
    public async Task A_record_is_the_concatenation_of_its_parts()
    {
        var files = new FaultyFiles();
        await using (var log = LogTest.Open(files))
        {
            using var append = log.BeginAppend();
            append.Write(LogTest.Kind, "a"u8, "bc"u8, ""u8, "def"u8);
        }

        var (records, _) = await LogTest.RecoverAsync(files);

        Assert.That(records, Is.EqualTo(new[] { "abcdef" }));
    }

    [Test]
    public async Task Nothing_is_durable_before_the_sync_that_covers_it(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        await using var log = LogTest.Open(files);
        var before = log.DurableLsn;
        files.HoldSyncs();

        var lsn = log.Append("waits");
        await Eventually.TrueAsync(() => files.Count(FileOperation.Write) > 1, "the write", cancellationToken);
        var whileSyncing = log.DurableLsn;
        files.ReleaseSyncs();
        await log.WaitUntilDurableAsync(lsn, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileSyncing, Is.EqualTo(before));
            Assert.That(log.DurableLsn, Is.EqualTo(lsn));
        }
    }

    [Test]
    public async Task What_arrives_during_a_sync_goes_with_the_next_one(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        await using var log = LogTest.Open(files);
        var syncsOfOpening = files.Count(FileOperation.Sync);
        files.HoldSyncs();
        log.Append("first");
        await Eventually.TrueAsync(() => files.Count(FileOperation.Write) > 1, "the first write", cancellationToken);

        Parallel.For(0, 500, i => log.Append($"record {i}"));
        files.ReleaseSyncs();
        await log.WaitUntilDurableAsync(log.EndLsn, cancellationToken);

        Assert.That(files.Count(FileOperation.Sync) - syncsOfOpening, Is.EqualTo(2));
    }

    [Test]
    public async Task Without_syncs_a_commit_is_durable_after_the_write(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        await using var log = LogTest.Open(files, LogTest.Options with { SyncsEveryCommit = false });
        var syncs = files.Count(FileOperation.Sync);

        await log.WaitUntilDurableAsync(log.Append("written"), cancellationToken);
        var synced = files.Count(FileOperation.Sync);
        var (records, _) = await LogTest.RecoverAsync(files.Kill());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(synced, Is.EqualTo(syncs));
            Assert.That(records, Is.EqualTo(new[] { "written" }));
        }
    }

    [Test]
    public async Task Records_of_one_append_lie_together_however_many_append(CancellationToken cancellationToken)
    {
        const int Appenders = 8;
        const int Appends = 200;
        var files = new FaultyFiles();
        await using (var log = LogTest.Open(files))
        {
            await Task.WhenAll(Enumerable.Range(0, Appenders).Select(appender => Task.Run(
                () =>
                {
                    for (var i = 0; i < Appends; i++)
                    {
                        using var append = log.BeginAppend();
                        append.Write(LogTest.Kind, Encoding.UTF8.GetBytes($"{appender} {i} a"));
                        append.Write(LogTest.Kind, Encoding.UTF8.GetBytes($"{appender} {i} b"));
                    }
                },
                cancellationToken)));
        }

        var (records, _) = await LogTest.RecoverAsync(files);

        var firsts = records.Where((_, index) => index % 2 == 0).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Has.Count.EqualTo(Appenders * Appends * 2));
            Assert.That(records.Where((_, index) => index % 2 == 1), Is.EqualTo(firsts.Select(text => $"{text[..^1]}b")));
            foreach (var appender in firsts.GroupBy(text => text[0]))
            {
                Assert.That(appender, Is.EqualTo(Enumerable.Range(0, Appends).Select(i => $"{appender.Key} {i} a")));
            }
        }
    }

    [Test]
    public async Task Positions_grow_over_restarts_and_are_read_back()
    {
        var files = new FaultyFiles();
        var given = new List<long>();
        for (var run = 0; run < 3; run++)
        {
            await using var log = LogTest.Open(files);
            given.Add(log.Append($"run {run}, first"));
            given.Add(log.Append($"run {run}, second"));
        }

        await using var last = LogTest.Open(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(given, Is.Ordered.Ascending.And.Unique);
            Assert.That(last.ReadAllWithLsn().ConvertAll(record => record.Lsn), Is.EqualTo(given));
            Assert.That(last.DurableLsn, Is.GreaterThanOrEqualTo(given[^1]));
        }
    }

    [Test]
    public async Task Kind_zero_belongs_to_the_log_itself()
    {
        await using var log = LogTest.Open(new FaultyFiles());

        Assert.That(
            () =>
            {
                using var append = log.BeginAppend();
                append.Write(0, "mine"u8);
            },
            Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public async Task A_closed_log_takes_nothing_and_may_be_closed_again(CancellationToken cancellationToken)
    {
        var log = LogTest.Open(new FaultyFiles());
        await log.DisposeAsync();
        await log.DisposeAsync();

        Assert.That(() => log.Append("late"), Throws.InstanceOf<ObjectDisposedException>());
        await Assert.ThatAsync(async () => await log.WaitUntilDurableAsync(long.MaxValue, cancellationToken), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Appending_and_waiting_allocate_nothing_in_the_steady_state(CancellationToken cancellationToken)
    {
        await using var log = LogTest.Open(new FaultyFiles(), LogTest.Options with { FileSize = 4 * 1024 * 1024 });
        var calls = new List<(int, long)>(4096);
        var waiter = new RecordingWaiter(0, calls);
        var payload = new byte[64];
        var least = long.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            calls.Clear();
            var before = GC.GetAllocatedBytesForCurrentThread();
            AppendMany(1_000);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            await log.WaitUntilDurableAsync(log.EndLsn, cancellationToken);
        }

        // The first rounds make what all others use; so may a later one during which the writer was slow.
        Assert.That(least, Is.Zero);

        void AppendMany(int count)
        {
            for (var i = 0; i < count; i++)
            {
                using var append = log.BeginAppend();
                append.Write(LogTest.Kind, payload, payload);
                log.NotifyWhenDurable(append.Commit(), waiter);
            }
        }
    }
}
