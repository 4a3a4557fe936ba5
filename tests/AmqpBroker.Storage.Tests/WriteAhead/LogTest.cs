using System.Text;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>What the tests of the log share: a disk in memory, a clock that stands, and short ways to append and read.</summary>
internal static class LogTest
{
    public const string Directory = "/data/wal";
    public const byte Kind = 7;

    public static WriteAheadLogOptions Options { get; } = new() { Directory = Directory, FileSize = 64 * 1024 };

    public static WriteAheadLog Open(
        IStorageFiles files,
        WriteAheadLogOptions? options = null,
        IWriteAheadLogObserver? observer = null,
        TimeProvider? time = null) =>
        WriteAheadLog.Open(options ?? Options, files, time ?? new FakeTimeProvider(), observer ?? new RecordingObserver());

    public static string PathOf(long number) => Path.Combine(Directory, $"{number:D10}.wal");

    public static long Append(this WriteAheadLog log, string text)
    {
        using var append = log.BeginAppend();
        append.Write(Kind, Encoding.UTF8.GetBytes(text));
        return append.Commit();
    }

    public static async Task<long> AppendDurablyAsync(this WriteAheadLog log, string text)
    {
        var lsn = log.Append(text);
        await log.WaitUntilDurableAsync(lsn, TestContext.CurrentContext.CancellationToken);
        return lsn;
    }

    /// <summary>Every record of the closed files, as text.</summary>
    public static List<string> ReadAll(this WriteAheadLog log) => log.ReadAllWithLsn().ConvertAll(record => record.Text);

    public static List<(long Lsn, string Text)> ReadAllWithLsn(this WriteAheadLog log)
    {
        var records = new List<(long, string)>();
        foreach (var file in log.Files.Where(file => !file.IsCurrent))
        {
            using var reader = log.Read(file.Number);
            while (reader.TryRead(out var record))
            {
                Assert.That(record.Kind, Is.EqualTo(Kind));
                records.Add((record.Lsn, Encoding.UTF8.GetString(record.Payload)));
            }
        }

        return records;
    }

    /// <summary>Opens the log on a disk, reads it, and closes it; the same must come of opening it by its end.</summary>
    public static async Task<(List<string> Records, WalRecoveryReport Report)> RecoverAsync(FaultyFiles files)
    {
        var copy = files.Copy();
        List<(long Lsn, string Text)> records;
        WalRecoveryReport report;
        await using (var log = Open(files))
        {
            (records, report) = (log.ReadAllWithLsn(), log.Recovery);
        }

        await using var byItsEnd = Open(copy, Options with { ReadsOnlyItsEnd = true });
        await byItsEnd.AppendDurablyAsync("new");
        var completed = byItsEnd.CompleteRecovery();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(byItsEnd.ReadAllWithLsn(), Is.EqualTo(records), "records when opened by its end");
            Assert.That(byItsEnd.Recovery.EndLsn, Is.EqualTo(report.EndLsn));
            Assert.That(Describe(completed), Is.EqualTo(Describe(report)), "the completed report");
        }

        return (records.ConvertAll(record => record.Text), report);
    }

    private static string Describe(WalRecoveryReport report) => string.Join(
        '\n', [report.ToString(), .. report.Files.Select(file => file.ToString()), .. report.Damage.Select(damage => damage.ToString()), .. report.Gaps.Select(gap => gap.ToString())]);
}
