using AmqpBroker.Core.Alarms;
using AmqpBroker.Server.Hosting;
using AmqpBroker.Server.Tests.Harness;

namespace AmqpBroker.Server.Tests.Hosting;

public sealed class ResourceMonitorTests
{
    private static readonly ResourceLimits Limits = new(MemoryHighWatermark: 1_000_000, "/data", DiskFreeLimit: 50_000_000);

    private readonly ResourceAlarms _alarms = new();
    private readonly FakeResourceFigures _figures = new();
    private readonly CapturedLog _log = new();

    [Test]
    public void Memory_is_low_from_the_watermark_on_and_that_is_logged_once()
    {
        var monitor = Monitor();

        CheckWithMemory(monitor, 999_999, AlarmCauses.None);
        CheckWithMemory(monitor, 1_000_000, AlarmCauses.Memory);
        CheckWithMemory(monitor, 2_500_000, AlarmCauses.Memory);
        CheckWithMemory(monitor, 900_000, AlarmCauses.None);

        Assert.That(_log.Lines, Is.EqualTo(new[]
        {
            "Low on memory: the process takes 1 MB, publishers wait from 1 MB on. Have queues consumed or purged, or raise Storage:MemoryHighWatermark",
            "No longer low on memory: the process takes 0.9 MB of 1 MB",
        }));
    }

    [Test]
    public void The_disk_is_low_below_its_limit_and_that_is_logged_once()
    {
        var monitor = Monitor();

        CheckWithFree(monitor, 50_000_000, AlarmCauses.None);
        CheckWithFree(monitor, 49_900_000, AlarmCauses.DiskSpace);
        CheckWithFree(monitor, 0, AlarmCauses.DiskSpace);
        CheckWithFree(monitor, 60_000_000, AlarmCauses.None);

        Assert.That(_log.Lines, Is.EqualTo(new[]
        {
            "Low on disk: 49.9 MB are free for /data, publishers wait below 50 MB. Free or add disk space, or lower Storage:DiskFreeLimit",
            "No longer low on disk: 60 MB are free for /data, 50 MB must be",
        }));
    }

    [TestCase(null, 50_000_000)]
    [TestCase("/data", 0)]
    public void Without_a_directory_or_a_limit_there_is_no_disk_alarm(string? directory, long limit)
    {
        var monitor = Monitor(Limits with { DataDirectory = directory, DiskFreeLimit = limit });

        CheckWithFree(monitor, -1, AlarmCauses.None);

        Assert.That(_log.Lines, Is.Empty);
    }

    [Test]
    public void A_figure_that_cannot_be_read_is_told_once_and_leaves_its_alarm_as_it_is()
    {
        var monitor = Monitor();
        CheckWithMemory(monitor, 2_000_000, AlarmCauses.Memory);

        CheckWithMemory(monitor, -1, AlarmCauses.Memory);
        CheckWithMemory(monitor, -1, AlarmCauses.Memory);
        CheckWithFree(monitor, 1, AlarmCauses.Memory | AlarmCauses.DiskSpace);

        Assert.That(
            _log.Lines.Where(line => line.StartsWith("Cannot", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "Cannot read the memory of the process: no figures today. No alarm is raised or cleared by it until it can be read" }));
    }

    [Test]
    public void While_memory_is_low_what_is_unused_is_given_back_now_and_then()
    {
        var monitor = Monitor();
        CheckWithMemory(monitor, 1, AlarmCauses.None);
        var before = _figures.Returns;

        for (var i = 0; i < 80; i++)
        {
            CheckWithMemory(monitor, 2_000_000, AlarmCauses.Memory);
        }

        Assert.That((before, _figures.Returns), Is.EqualTo((0, 2)));
    }

    [Test]
    public void An_alarm_of_the_journal_is_not_cleared_by_free_space()
    {
        _alarms.Set(AlarmCauses.DiskFailure, stands: true);

        CheckWithFree(Monitor(), 100_000_000, AlarmCauses.DiskFailure);
    }

    [Test]
    public void The_figures_of_this_machine_can_be_read()
    {
        var figures = new SystemResourceFigures();

        figures.ReturnUnusedMemory();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(figures.ResidentMemory(), Is.InRange(10_000_000, MachineMemory.Total));
            Assert.That(figures.FreeSpace(Path.GetTempPath()), Is.Positive);
        }
    }

    private ResourceMonitor Monitor(ResourceLimits? limits = null) => new(limits ?? Limits, _figures, _alarms, _log);

    private void CheckWithMemory(ResourceMonitor monitor, long memory, AlarmCauses expected)
    {
        _figures.Memory = memory;
        monitor.Check();
        Assert.That(_alarms.Causes, Is.EqualTo(expected));
    }

    private void CheckWithFree(ResourceMonitor monitor, long free, AlarmCauses expected)
    {
        _figures.Free = free;
        monitor.Check();
        Assert.That(_alarms.Causes, Is.EqualTo(expected));
    }
}
