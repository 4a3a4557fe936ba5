using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(30_000)]
public sealed class RotationTests
{
    private static readonly WriteAheadLogOptions Small = LogTest.Options with { FileSize = WriteAheadLogOptions.SmallestFileSize };

    [Test]
    public async Task A_full_file_is_followed_by_the_next_and_told_of()
    {
        var files = new FaultyFiles();
        var observer = new RecordingObserver();
        await using var log = LogTest.Open(files, Small, observer);

        var texts = await AppendAsync(log, 100);

        var list = log.Files;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(list, Has.Count.GreaterThan(2));
            Assert.That(list.Select(file => file.Number), Is.EqualTo(Enumerable.Range(1, list.Count).Select(number => (long)number)));
            Assert.That(list.Skip(1).Select(file => file.FirstLsn), Is.EqualTo(list.SkipLast(1).Select(file => file.EndLsn)));
            Assert.That(list.Select(file => file.IsCurrent), Is.EqualTo(list.Select(file => file == list[^1])));
            Assert.That(observer.Rotated, Is.EqualTo(list.SkipLast(1)));
            Assert.That(log.ReadAll(), Is.EqualTo(texts.Take(log.ReadAll().Count)));
        }
    }

    [Test]
    public async Task A_group_larger_than_a_file_spans_several()
    {
        var files = new FaultyFiles();
        var texts = Enumerable.Range(0, 50).Select(i => new string((char)('a' + (i % 26)), i * 31)).ToList();
        await using (var log = LogTest.Open(files, Small))
        {
            using var append = log.BeginAppend();
            foreach (var text in texts)
            {
                append.Write(LogTest.Kind, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(texts));
            Assert.That(report.Files, Has.Count.GreaterThan(5));
            Assert.That(report.HasLosses, Is.False);
        }
    }

    [Test]
    public async Task A_record_larger_than_a_file_gets_one_of_its_own()
    {
        var files = new FaultyFiles();
        var large = new string('x', 3 * 1024 * 1024);
        await using (var log = LogTest.Open(files, Small))
        {
            log.Append("before");
            log.Append(large);
            log.Append("behind");
        }

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(new[] { "before", large, "behind" }));
            Assert.That(report.HasLosses, Is.False);
        }
    }

    [Test]
    public async Task Only_the_oldest_file_can_be_deleted_and_never_the_current()
    {
        await using var log = LogTest.Open(new FaultyFiles(), Small);
        await AppendAsync(log, 100);
        var numbers = log.Files.Select(file => file.Number).ToList();

        Assert.That(() => log.Delete(numbers[1]), Throws.InvalidOperationException);
        Assert.That(() => log.Delete(numbers[^1]), Throws.InvalidOperationException);
        foreach (var number in numbers.SkipLast(1))
        {
            log.Delete(number);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Files, Has.Count.EqualTo(1));
            Assert.That(() => log.Delete(numbers[^1]), Throws.InvalidOperationException);
        }
    }

    [Test]
    public async Task A_deleted_file_is_used_again_and_its_old_records_never_come_back()
    {
        // Several pages, so that a file written in part holds whole records of its former life behind.
        var files = new FaultyFiles();
        var log = LogTest.Open(files, LogTest.Options with { FileSize = 4 * WriteAheadLogOptions.SmallestFileSize });
        await AppendAsync(log, 700, deletes: true);
        var killed = files.Kill();
        await log.DisposeAsync();

        var reused = files.Operations.Count(operation => operation.StartsWith("Rename 0", StringComparison.Ordinal));
        var (records, report) = await LogTest.RecoverAsync(killed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reused, Is.GreaterThan(3));
            Assert.That(records, Is.EqualTo(Texts(700).TakeLast(records.Count)));
            Assert.That(report.HasLosses, Is.False);
            Assert.That(report.TornTail, Is.Null);
        }
    }

    [Test]
    public async Task Records_of_another_file_at_their_old_offsets_are_none()
    {
        var files = new FaultyFiles();
        var log = LogTest.Open(files, LogTest.Options with { FileSize = 4 * WriteAheadLogOptions.SmallestFileSize });
        var texts = await AppendAsync(log, 110);
        var killed = files.Kill();
        await log.DisposeAsync();
        const int Half = 2 * WriteAheadLogOptions.SmallestFileSize;
        killed.Patch(LogTest.PathOf(2), Half, killed.Bytes(LogTest.PathOf(1)).AsSpan(Half));

        var (records, report) = await LogTest.RecoverAsync(killed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Files.Select(file => file.Number), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(records, Is.EqualTo(texts));
            Assert.That(report.HasLosses, Is.False);
            Assert.That(report.TornTail, Is.Null);
        }
    }

    [Test]
    public async Task A_deleted_file_stays_deleted_whatever_happens_next()
    {
        var files = new FaultyFiles();
        var log = LogTest.Open(files, Small);
        await AppendAsync(log, 100);

        log.Delete(1);
        var crashed = files.Crash();
        await log.DisposeAsync();

        Assert.That(crashed.List(LogTest.Directory), Does.Not.Contain("0000000001.wal").And.Contain("0000000002.wal"));
    }

    [Test]
    public async Task Disk_use_is_bounded_when_everything_is_deleted()
    {
        var files = new FaultyFiles();
        await using var log = LogTest.Open(files, Small);

        await AppendAsync(log, 500, deletes: true);

        // The current one, the last closed one perhaps, and the spare ones.
        Assert.That(files.List(LogTest.Directory), Has.Count.LessThanOrEqualTo(2 + SpareFiles.MostKept + 1));
    }

    [Test]
    public async Task Spare_files_are_found_again_after_a_restart(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        await using (LogTest.Open(files, Small))
        {
            await Eventually.TrueAsync(() => files.List(LogTest.Directory).Any(name => name.StartsWith("spare-", StringComparison.Ordinal)), "a spare file", cancellationToken);
        }

        await using var log = LogTest.Open(files, Small);

        // It became the first file of this run.
        Assert.That(files.Operations, Does.Contain("Rename 0000000002.wal"));
    }

    private static IEnumerable<string> Texts(int count) => Enumerable.Range(0, count).Select(i => $"record {i:D6} {new string('.', 100)}");

    private static async Task<List<string>> AppendAsync(WriteAheadLog log, int count, bool deletes = false)
    {
        var texts = Texts(count).ToList();
        foreach (var text in texts)
        {
            await log.AppendDurablyAsync(text);
            while (deletes && log.Files is { Count: > 2 } list)
            {
                log.Delete(list[0].Number);
            }
        }

        return texts;
    }
}
