using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(30_000)]
public sealed class OutageTests
{
    private readonly FaultyFiles _files = new();
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingObserver _observer = new();

    [TestCase(FileOperation.Write)]
    [TestCase(FileOperation.Sync)]
    public async Task After_an_error_everything_pending_is_written_to_a_new_file(FileOperation failing, CancellationToken cancellationToken)
    {
        await using (var log = LogTest.Open(_files, observer: _observer, time: _time))
        {
            await log.AppendDurablyAsync("before");
            var durable = log.DurableLsn;
            _files.Fail(failing);

            var lsn = log.Append("fails");
            await FailureAsync(cancellationToken);
            log.Append("waits");
            var whileFailing = (log.DurableLsn, log.IsBehind);
            await GoOnAsync(log, cancellationToken);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(whileFailing, Is.EqualTo((durable, true)));
                Assert.That(log.DurableLsn, Is.GreaterThan(lsn));
                Assert.That(log.IsBehind, Is.False);
                Assert.That(log.Files.Select(file => (file.Number, file.FirstLsn)), Is.EqualTo(new[] { (1L, 0L), (2L, durable) }));
                Assert.That(_observer.Failures, Has.Count.EqualTo(1));
            }
        }

        await AssertRecoveredAsync("before", "fails", "waits");
    }

    [Test]
    public async Task A_long_outage_is_told_of_once_and_leaves_no_files(CancellationToken cancellationToken)
    {
        await using (var log = LogTest.Open(_files, observer: _observer, time: _time))
        {
            await log.AppendDurablyAsync("before");
            _files.Fail(FileOperation.Sync, times: int.MaxValue);
            log.Append("waits");
            await FailureAsync(cancellationToken);

            for (var i = 0; i < 5; i++)
            {
                var syncs = _files.Count(FileOperation.Sync);
                await AdvanceUntilAsync(() => _files.Count(FileOperation.Sync) > syncs, cancellationToken);
            }

            _files.StopFailing();
            await GoOnAsync(log, cancellationToken);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(_observer.Failures, Has.Count.EqualTo(1));
                Assert.That(_observer.Recoveries, Is.EqualTo(1));
                Assert.That(log.Files, Has.Count.EqualTo(2));
                Assert.That(_files.List(LogTest.Directory).Where(name => char.IsAsciiDigit(name[0])), Has.Exactly(2).Items);
            }
        }

        await AssertRecoveredAsync("before", "waits");
    }

    [Test]
    public async Task Nothing_of_a_failed_sync_counts_even_if_the_system_forgets_it(CancellationToken cancellationToken)
    {
        var log = LogTest.Open(_files, observer: _observer, time: _time);
        await log.AppendDurablyAsync("before");
        _files.Fail(FileOperation.Sync);
        log.Append("must be written again");
        await FailureAsync(cancellationToken);
        await GoOnAsync(log, cancellationToken);

        var crashed = _files.Crash();
        await log.DisposeAsync();
        var (records, report) = await LogTest.RecoverAsync(crashed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(new[] { "before", "must be written again" }));
            Assert.That(report.HasLosses, Is.False);
        }
    }

    [Test]
    public async Task A_full_disk_is_recognised_and_the_log_goes_on_when_there_is_space(CancellationToken cancellationToken)
    {
        await using (var log = LogTest.Open(_files, LogTest.Options with { FileSize = 4096 }, _observer, _time))
        {
            await log.AppendDurablyAsync("before");
            await Eventually.TrueAsync(() => _files.List(LogTest.Directory).Any(name => name.StartsWith("spare-", StringComparison.Ordinal)), "the spare file", cancellationToken);
            _files.Capacity = 2 * 4096;

            log.Append(new string('x', 10_000));
            await FailureAsync(cancellationToken);
            log.Append("behind");
            var caughtUp = log.WaitUntilCaughtUpAsync(cancellationToken);
            var whileFull = caughtUp.IsCompleted;
            _files.Capacity = long.MaxValue;
            await GoOnAsync(log, cancellationToken);
            await caughtUp;

            using (Assert.EnterMultipleScope())
            {
                Assert.That(_observer.Failures.Single(), Is.InstanceOf<StorageFullException>());
                Assert.That(whileFull, Is.False);
            }
        }

        await AssertRecoveredAsync("before", new string('x', 10_000), "behind");
    }

    [Test]
    public async Task A_log_opens_on_a_disk_that_refuses_its_first_file(CancellationToken cancellationToken)
    {
        await using (var log = LogTest.Open(_files))
        {
            log.Append("from the run before");
        }

        _files.Fail(FileOperation.Write, times: int.MaxValue, isFull: true);
        await using (var log = LogTest.Open(_files, observer: _observer, time: _time))
        {
            var (readable, behind) = (log.ReadAll(), log.IsBehind);
            Assert.That(() => log.Delete(1), Throws.InvalidOperationException);
            log.Append("waits");
            _files.StopFailing();
            await GoOnAsync(log, cancellationToken);

            using (Assert.EnterMultipleScope())
            {
                Assert.That(readable, Is.EqualTo(new[] { "from the run before" }));
                Assert.That(behind, Is.True);
            }
        }

        await AssertRecoveredAsync("from the run before", "waits");
    }

    [Test]
    public async Task A_failure_between_two_files_of_one_group_repeats_only_what_was_not_durable(CancellationToken cancellationToken)
    {
        var texts = Enumerable.Range(0, 30).Select(i => $"{i:D2} {new string('.', 500)}").ToArray();
        await using (var log = LogTest.Open(_files, LogTest.Options with { FileSize = 4096 }, _observer, _time))
        {
            _files.Fail(FileOperation.Sync, after: 2);
            using (var append = log.BeginAppend())
            {
                foreach (var text in texts)
                {
                    append.Write(LogTest.Kind, System.Text.Encoding.UTF8.GetBytes(text));
                }
            }

            await FailureAsync(cancellationToken);
            await GoOnAsync(log, cancellationToken);

            Assert.That(log.Files.Skip(1).Select(file => file.FirstLsn), Is.EqualTo(log.Files.SkipLast(1).Select(file => file.EndLsn)));
        }

        await AssertRecoveredAsync(texts);
    }

    [Test]
    public async Task Closing_during_an_outage_tries_once_more_and_ends(CancellationToken cancellationToken)
    {
        var log = LogTest.Open(_files, observer: _observer, time: _time);
        _files.Fail(FileOperation.Sync, times: int.MaxValue);
        var waiting = log.WaitUntilDurableAsync(log.Append("lost"), cancellationToken).AsTask();
        await FailureAsync(cancellationToken);

        await log.DisposeAsync();

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public async Task Closing_during_an_outage_that_is_over_loses_nothing(CancellationToken cancellationToken)
    {
        var log = LogTest.Open(_files, observer: _observer, time: _time);
        _files.Fail(FileOperation.Sync);
        log.Append("saved");
        await FailureAsync(cancellationToken);

        await log.DisposeAsync();

        await AssertRecoveredAsync("saved");
    }

    [Test]
    public async Task A_log_is_behind_while_more_is_pending_than_allowed(CancellationToken cancellationToken)
    {
        await using var log = LogTest.Open(_files, LogTest.Options with { BehindFrom = 1_000 }, _observer, _time);
        _files.HoldSyncs();

        log.Append(new string('x', 500));
        var withLittle = log.IsBehind;
        log.Append(new string('x', 1_000));
        var withMuch = log.IsBehind;
        var caughtUp = log.WaitUntilCaughtUpAsync(cancellationToken);
        _files.ReleaseSyncs();
        await caughtUp;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((withLittle, withMuch), Is.EqualTo((false, true)));
            Assert.That(log.IsBehind, Is.False);
        }
    }

    private Task FailureAsync(CancellationToken cancellationToken) =>
        Eventually.TrueAsync(() => !_observer.Failures.IsEmpty, "the failure", cancellationToken);

    private async Task GoOnAsync(WriteAheadLog log, CancellationToken cancellationToken)
    {
        await AdvanceUntilAsync(() => _observer.Recoveries > 0, cancellationToken);
        await log.WaitUntilDurableAsync(log.EndLsn, cancellationToken);
    }

    // The writer may not have set its timer yet when the clock is moved first.
    private Task AdvanceUntilAsync(Func<bool> condition, CancellationToken cancellationToken) =>
        Eventually.TrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(1));
                return condition();
            },
            "the next attempt",
            cancellationToken);

    private async Task AssertRecoveredAsync(params string[] expected)
    {
        var (records, report) = await LogTest.RecoverAsync(_files.Copy());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(records, Is.EqualTo(expected));
            Assert.That(report.HasLosses, Is.False);
            Assert.That(report.TornTail, Is.Null);
        }
    }
}
