using System.Buffers.Binary;
using System.Globalization;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

/// <summary>Random histories of appends, errors, deletions and crashes, checked against what the log had promised.</summary>
/// <remarks>
/// The seed is printed; <c>dotnet test -- TestRunParameters.Parameter(name="seed", value="…")</c> starts from it again. Threads still
/// take turns as they like, so a seed brings the same history, not the same moment of the crash.
/// </remarks>
[CancelAfter(60_000)]
public sealed class CrashTests
{
    private const int Histories = 60;
    private const int CrashesPerHistory = 6;

    [Test]
    public async Task Whatever_was_reported_durable_survives_any_crash(CancellationToken cancellationToken)
    {
        var given = TestContext.Parameters["seed"];
        var seed = given is null ? Random.Shared.Next() : int.Parse(given, CultureInfo.InvariantCulture);
        await TestContext.Out.WriteLineAsync($"seed {seed}");
        for (var i = 0; i < Histories; i++)
        {
            var history = new CrashHistory(new Random(seed + i));
            for (var crash = 0; crash < CrashesPerHistory; crash++)
            {
                await history.RunUntilCrashAsync($"seed {seed}, history {i}, crash {crash}", cancellationToken);
            }
        }
    }

    /// <summary>One log through several crashes, with all records that are to be expected of it.</summary>
    private sealed class CrashHistory(Random random)
    {
        private readonly SortedDictionary<long, byte[]> _appended = [];
        private FaultyFiles _files = new();
        private long _durable;
        private long _deleted;
        private int _number;

        // Sectors of a write in flight are lost in any order, and nothing tells that from damage: known from the first time they are seen.
        private readonly HashSet<(long File, long Offset)> _lostInFlight = [];

        public async Task RunUntilCrashAsync(string name, CancellationToken cancellationToken)
        {
            var options = LogTest.Options with
            {
                FileSize = 4096 << random.Next(3),
                RetryInterval = TimeSpan.FromMilliseconds(1),
                ReadsOnlyItsEnd = random.Next(2) == 0,
            };
            var log = LogTest.Open(_files, options, time: TimeProvider.System);
            AssertRecovered(log, name);
            PlanFaults();
            await AppendAsync(log, cancellationToken);

            // Whatever is reported from here on the disk cannot know any more.
            _durable = log.DurableLsn;
            _files = random.Next(4) switch
            {
                0 => _files.Kill(),
                1 => _files.Crash(),
                2 => CrashKeepingPrefix(),
                _ => CrashKeepingSome(),
            };
            await log.DisposeAsync();
        }

        private FaultyFiles CrashKeepingPrefix()
        {
            var kept = random.Next(40);
            return _files.Crash(sector => sector < kept);
        }

        private FaultyFiles CrashKeepingSome()
        {
            var salt = random.Next();
            return _files.Crash(sector => ((sector * 31) + salt) % 3 != 0);
        }

        private void PlanFaults()
        {
            if (random.Next(3) == 0)
            {
                var operation = (FileOperation)random.Next((int)FileOperation.Create, (int)FileOperation.SyncDirectory + 1);
                _files.Fail(operation, after: random.Next(10), times: random.Next(1, 4), isFull: random.Next(2) == 0);
            }
        }

        private async Task AppendAsync(WriteAheadLog log, CancellationToken cancellationToken)
        {
            var groups = random.Next(1, 40);
            for (var i = 0; i < groups; i++)
            {
                var lsn = AppendSome(log);
                if (random.Next(3) == 0)
                {
                    await log.WaitUntilDurableAsync(lsn, cancellationToken);
                }

                if (random.Next(6) == 0)
                {
                    DeleteOldest(log);
                }
            }
        }

        private long AppendSome(WriteAheadLog log)
        {
            var lsn = 0L;
            var count = random.Next(1, 6);
            for (var i = 0; i < count; i++)
            {
                var payload = new byte[random.Next(20) == 0 ? random.Next(20_000) : random.Next(4, 600)];
                random.NextBytes(payload);
                if (payload.Length >= sizeof(int))
                {
                    BinaryPrimitives.WriteInt32LittleEndian(payload, _number++);
                }

                using var append = log.BeginAppend();
                append.Write(LogTest.Kind, payload);
                lsn = append.Commit();
                _appended.Add(lsn, payload);
            }

            return lsn;
        }

        private void DeleteOldest(WriteAheadLog log)
        {
            if (log.Files is not { Count: > 1 } files || files[0].IsCurrent)
            {
                return;
            }

            try
            {
                log.Delete(files[0].Number);
            }
            catch (Exception error) when (error is IOException or InvalidOperationException)
            {
                // It failed as planned, or is the only one during an outage. Renamed or not, it may be gone.
            }

            _deleted = Math.Max(_deleted, files[0].EndLsn);
        }

        private void AssertRecovered(WriteAheadLog log, string name)
        {
            var found = Read(log);
            var lost = _appended.Where(record => record.Key > _deleted && record.Key <= _durable && !found.ContainsKey(record.Key)).ToList();
            var invented = found.Where(record => !_appended.TryGetValue(record.Key, out var payload) || !payload.AsSpan().SequenceEqual(record.Value)).ToList();
            var last = found.Count > 0 ? found.Keys.Max() : 0;
            var report = log.CompleteRecovery();
            NoteLostInFlight(report);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(lost, Is.Empty, name);
                Assert.That(invented, Is.Empty, name);
                Assert.That(report.Gaps, Is.Empty, name);
                Assert.That(report.Damage.Where(damage => !_lostInFlight.Contains((damage.FileNumber, damage.Offset))), Is.Empty, name);
                Assert.That(log.DurableLsn, Is.GreaterThanOrEqualTo(Math.Max(last, _durable)), name);
            }

            // What was cut off will never come back: its positions are given out again.
            foreach (var lsn in _appended.Keys.Where(lsn => lsn > log.DurableLsn || !found.ContainsKey(lsn)).ToList())
            {
                _appended.Remove(lsn);
            }
        }

        private void NoteLostInFlight(WalRecoveryReport report)
        {
            foreach (var damage in report.Damage)
            {
                var file = report.Files.First(file => file.Number == damage.FileNumber);
                if (file.FirstLsn + damage.Offset - WalFileHeader.Size >= _durable)
                {
                    _lostInFlight.Add((damage.FileNumber, damage.Offset));
                }
            }
        }

        private static Dictionary<long, byte[]> Read(WriteAheadLog log)
        {
            var found = new Dictionary<long, byte[]>();
            var previous = 0L;
            foreach (var file in log.Files.Where(file => !file.IsCurrent))
            {
                using var reader = log.Read(file.Number);
                while (reader.TryRead(out var record))
                {
                    Assert.That(record.Lsn, Is.GreaterThan(previous));
                    previous = record.Lsn;
                    found.Add(record.Lsn, record.Payload.ToArray());
                }
            }

            return found;
        }
    }
}
