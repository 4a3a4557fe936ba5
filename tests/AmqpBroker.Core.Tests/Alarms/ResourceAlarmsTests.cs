using AmqpBroker.Core.Alarms;

namespace AmqpBroker.Core.Tests.Alarms;

public sealed class ResourceAlarmsTests
{
    private readonly ResourceAlarms _alarms = new();

    [TestCase(AlarmCauses.None, "", "")]
    [TestCase(AlarmCauses.Memory, "low on memory", "memory")]
    [TestCase(AlarmCauses.DiskSpace, "low on disk", "disk")]
    [TestCase(AlarmCauses.DiskFailure, "low on disk", "disk")]
    [TestCase(AlarmCauses.DiskSpace | AlarmCauses.DiskFailure, "low on disk", "disk")]
    [TestCase(AlarmCauses.Memory | AlarmCauses.DiskSpace, "low on disk & memory", "disk memory")]
    public void What_stands_is_named_as_RabbitMQ_names_it(AlarmCauses causes, string reason, string resources)
    {
        _alarms.Set(causes, stands: true);

        Assert.That(
            (_alarms.Causes, _alarms.AnyStands, _alarms.Reason, string.Join(' ', _alarms.Resources)),
            Is.EqualTo((causes, causes != AlarmCauses.None, reason, resources)));
    }

    [Test]
    public void The_disk_alarm_stands_until_its_last_cause_is_gone()
    {
        _alarms.Set(AlarmCauses.DiskSpace, stands: true);
        _alarms.Set(AlarmCauses.DiskFailure, stands: true);

        _alarms.Set(AlarmCauses.DiskSpace, stands: false);
        Assert.That(_alarms.DiskStands, Is.True);
        _alarms.Set(AlarmCauses.DiskFailure, stands: false);

        Assert.That((_alarms.DiskStands, _alarms.AnyStands), Is.EqualTo((false, false)));
    }

    [Test]
    public void Only_what_changes_something_is_a_change()
    {
        var next = _alarms.NextChangeAsync();

        var changes = (bool[])
        [
            _alarms.Set(AlarmCauses.Memory, stands: false),
            next.IsCompleted,
            _alarms.Set(AlarmCauses.Memory, stands: true),
            next.IsCompleted,
            _alarms.Set(AlarmCauses.Memory, stands: true),
            _alarms.Set(AlarmCauses.Memory, stands: false),
        ];

        Assert.That(changes, Is.EqualTo(new[] { false, false, true, true, false, true }));
    }

    [Test]
    public void Everyone_who_waits_is_called_and_may_wait_anew()
    {
        var (first, second) = (_alarms.NextChangeAsync(), _alarms.NextChangeAsync());
        _alarms.Set(AlarmCauses.Memory, stands: true);
        var third = _alarms.NextChangeAsync();

        Assert.That((first.IsCompleted, second.IsCompleted, third.IsCompleted), Is.EqualTo((true, true, false)));
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task Nobody_who_takes_the_change_before_looking_misses_the_end(CancellationToken cancellationToken)
    {
        const int rounds = 2_000;
        var waiting = Task.Run(
            async () =>
            {
                var seen = 0;
                while (seen < rounds)
                {
                    var next = _alarms.NextChangeAsync();
                    if (_alarms.AnyStands)
                    {
                        seen++;
                        _alarms.Set(AlarmCauses.Memory, stands: false);
                    }
                    else
                    {
                        await next.WaitAsync(cancellationToken);
                    }
                }
            },
            cancellationToken);

        for (var i = 0; i < rounds; i++)
        {
            while (true)
            {
                var next = _alarms.NextChangeAsync();
                if (!_alarms.AnyStands)
                {
                    break;
                }

                await next.WaitAsync(cancellationToken);
            }

            _alarms.Set(AlarmCauses.Memory, stands: true);
        }

        await waiting.WaitAsync(cancellationToken);
        Assert.That(_alarms.AnyStands, Is.False);
    }
}
