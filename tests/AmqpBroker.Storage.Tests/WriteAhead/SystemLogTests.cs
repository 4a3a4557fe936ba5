using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>The log on a real disk.</summary>
[CancelAfter(60_000)]
public sealed class SystemLogTests
{
    [Test]
    public async Task Ten_thousand_records_over_many_files_come_back_after_a_restart(CancellationToken cancellationToken)
    {
        const int Records = 10_000;
        using var directory = new TempDirectory();
        var options = new WriteAheadLogOptions { Directory = directory.File("wal"), FileSize = 64 * 1024 };
        var observer = new RecordingObserver();
        await using (var log = WriteAheadLog.Open(options, SystemFiles.Instance, TimeProvider.System, observer))
        {
            for (var i = 0; i < Records; i++)
            {
                log.Append($"record {i:D6}");
            }

            await log.WaitUntilDurableAsync(log.EndLsn, cancellationToken);
        }

        await using var again = WriteAheadLog.Open(options, SystemFiles.Instance, TimeProvider.System, observer);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.ReadAll(), Is.EqualTo(Enumerable.Range(0, Records).Select(i => $"record {i:D6}")));
            Assert.That(again.Recovery.Files, Has.Count.GreaterThan(3));
            Assert.That(again.Recovery.HasLosses, Is.False);
            Assert.That(observer.Failures, Is.Empty);
        }
    }

    [Test]
    public async Task Files_given_back_are_used_again(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var options = new WriteAheadLogOptions { Directory = directory.FullName, FileSize = 64 * 1024 };
        await using var log = WriteAheadLog.Open(options, SystemFiles.Instance, TimeProvider.System, new RecordingObserver());

        for (var i = 0; i < 40; i++)
        {
            await log.WaitUntilDurableAsync(log.Append(new string('x', 20_000)), cancellationToken);
            while (log.Files is { Count: > 1 } files)
            {
                log.Delete(files[0].Number);
            }
        }

        Assert.That(Directory.GetFiles(directory.FullName), Has.Length.LessThanOrEqualTo(2 + SpareFiles.MostKept));
    }
}
