using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(30_000)]
public sealed class TornTailTests
{
    [Test]
    public async Task A_log_cut_anywhere_in_its_last_group_keeps_the_whole_records_before(CancellationToken cancellationToken)
    {
        var (files, start, end) = await WriteTwoGroupsAsync(cancellationToken);
        var path = LogTest.PathOf(1);
        var bytes = files.Bytes(path);

        for (var cut = start; cut <= end; cut++)
        {
            var torn = files.Copy();
            torn.Patch(path, cut, new byte[bytes.Length - cut]);

            var (records, report) = await LogTest.RecoverAsync(torn);

            string[] expected = ["one", "two", "three of the last group", "four", "five"];
            var whole = 2 + WholeRecords(cut - start);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(records, Is.EqualTo(expected.Take(whole)), $"cut at {cut}");
                Assert.That(report.HasLosses, Is.False, $"cut at {cut}");
            }
        }

        // A marker of 32 bytes, then 12 + 23, 12 + 4 and 12 + 4 bytes; the padding behind them may be missing, it is zero anyway.
        static int WholeRecords(int length) => length switch { < 32 + 35 => 0, < 32 + 40 + 16 => 1, < 32 + 40 + 16 + 16 => 2, _ => 3 };
    }

    [Test]
    public async Task A_torn_tail_is_reported_and_stays_cut_when_the_log_goes_on(CancellationToken cancellationToken)
    {
        var (files, _, end) = await WriteTwoGroupsAsync(cancellationToken);
        files.Patch(LogTest.PathOf(1), end - 6, [0xff]);

        await using (var log = LogTest.Open(files))
        {
            Assert.That(log.Recovery.TornTail, Is.Not.Null);
            Assert.That(log.Recovery.TornTail!.FileNumber, Is.EqualTo(1));
            await log.AppendDurablyAsync("after");
        }

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(new[] { "one", "two", "three of the last group", "four", "after" }));
            Assert.That(report.TornTail, Is.Null);
            Assert.That(report.HasLosses, Is.False);
        }
    }

    [Test]
    public async Task A_lost_sector_of_the_last_group_costs_what_is_in_it_and_is_reported(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        var log = LogTest.Open(files);
        await log.AppendDurablyAsync("durable");
        files.HoldSyncs();
        log.Append("starts the sync");
        await Eventually.TrueAsync(() => files.Count(FileOperation.Write) > 2, "the write", cancellationToken);
        var texts = Enumerable.Range(0, 40).Select(i => $"record {i:D2} {new string('.', 100)}").ToList();
        using (var append = log.BeginAppend())
        {
            foreach (var text in texts)
            {
                append.Write(LogTest.Kind, System.Text.Encoding.UTF8.GetBytes(text));
            }
        }

        // Sector 3 is lost, those around it survive.
        files.ReleaseSyncs();
        await log.WaitUntilDurableAsync(log.EndLsn, cancellationToken);
        var crashed = files.Crash();
        crashed.Patch(LogTest.PathOf(1), 3 * FaultyContent.SectorSize, new byte[FaultyContent.SectorSize]);
        await log.DisposeAsync();

        var (records, report) = await LogTest.RecoverAsync(crashed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records.Take(2), Is.EqualTo(new[] { "durable", "starts the sync" }));
            Assert.That(records.Skip(2), Is.SubsetOf(texts).And.Ordered);
            Assert.That(records, Does.Contain(texts[^1]));
            Assert.That(records, Has.Count.GreaterThan(texts.Count - 6));
            Assert.That(report.Damage.Single().Length, Is.GreaterThanOrEqualTo(FaultyContent.SectorSize));
            Assert.That(report.TornTail, Is.Null);
        }
    }

    [Test]
    public async Task A_file_whose_first_write_was_lost_holds_nothing(CancellationToken cancellationToken)
    {
        var (files, _, _) = await WriteTwoGroupsAsync(cancellationToken);
        files.Put(LogTest.PathOf(2), new byte[LogTest.Options.FileSize]);

        var (records, report) = await LogTest.RecoverAsync(files);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Has.Count.EqualTo(5));
            Assert.That(report.HasLosses, Is.False);
            Assert.That(report.Files.Select(file => (file.Number, file.Bytes > 0)), Is.EqualTo(new[] { (1L, true), (2L, false) }));
        }
    }

    // A process that is killed leaves no closing marker. Gives where the last group starts and ends.
    private static async Task<(FaultyFiles Files, int Start, int End)> WriteTwoGroupsAsync(CancellationToken cancellationToken)
    {
        var files = new FaultyFiles();
        var log = LogTest.Open(files);
        await AppendGroupAsync(log, ["one", "two"], cancellationToken);
        var start = log.EndLsn;
        await AppendGroupAsync(log, ["three of the last group", "four", "five"], cancellationToken);
        var end = log.EndLsn;
        var killed = files.Kill();
        await log.DisposeAsync();
        return (killed, WalFileHeader.Size + (int)start, WalFileHeader.Size + (int)end);
    }

    private static async Task AppendGroupAsync(WriteAheadLog log, string[] texts, CancellationToken cancellationToken)
    {
        long lsn;
        using (var append = log.BeginAppend())
        {
            foreach (var text in texts)
            {
                append.Write(LogTest.Kind, System.Text.Encoding.UTF8.GetBytes(text));
            }

            lsn = append.Commit();
        }

        await log.WaitUntilDurableAsync(lsn, cancellationToken);
    }
}
