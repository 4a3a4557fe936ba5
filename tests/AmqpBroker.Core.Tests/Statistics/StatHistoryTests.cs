using AmqpBroker.Core.Statistics;

namespace AmqpBroker.Core.Tests.Statistics;

/// <summary>How samples and rates come out of what was noted at each tick of 5 s.</summary>
public sealed class StatHistoryTests
{
    private const long Start = 1_795_255_000;

    private readonly StatTimeline _timeline = new(TimeSpan.FromSeconds(5));
    private readonly StatHistory _history;
    private long _now = Start;

    public StatHistoryTests() => _history = new StatHistory(StatSet.Exchange, _timeline);

    [Test]
    public void The_rate_is_the_change_over_the_last_interval()
    {
        Pass(5, 10);
        Pass(5, 35);

        Assert.That(_history.Rate([Stat.Publish]), Is.EqualTo(5.0));
        Assert.That(_history.Rate([Stat.Publish, Stat.PublishOut]), Is.EqualTo(10.0));

        Pass(5, null);
        Assert.That(_history.Rate([Stat.Publish]), Is.Zero);
    }

    [Test]
    public void What_has_happened_since_the_last_tick_changes_the_sum_and_not_the_rate()
    {
        Pass(5, 10);

        _history.Note([17, 17], _timeline.Tick + 1);

        Assert.That((_history.Sum([Stat.Publish]), _history.Rate([Stat.Publish])), Is.EqualTo((17L, 2.0)));
        Assert.That(Samples(10, 5).Select(sample => sample.Value), Is.EqualTo((long[])[10, 0, 0]));
    }

    [Test]
    public void Samples_are_those_of_multiples_of_the_increment_the_newest_first()
    {
        for (var i = 1; i <= 12; i++)
        {
            Pass(5, i);
        }

        _now += 3;
        Assert.That(Samples(30, 10), Is.EqualTo((StatSample[])
        [
            new(12, (Start + 60) * 1000), new(10, (Start + 50) * 1000), new(8, (Start + 40) * 1000), new(6, (Start + 30) * 1000),
        ]));
    }

    [Test]
    public void Ticks_at_which_nothing_changed_need_not_be_noted()
    {
        Pass(5, 3);
        for (var i = 0; i < 10; i++)
        {
            Pass(5, null);
        }

        Pass(5, 9);

        Assert.That(Samples(60, 20).Select(sample => sample.Value), Is.EqualTo((long[])[9, 3, 3, 0]));
    }

    [Test]
    public void Values_may_fall_as_well_as_rise()
    {
        Pass(5, 300);
        Pass(5, 20);
        Pass(5, 0);

        Assert.That(Samples(15, 5).Select(sample => sample.Value), Is.EqualTo((long[])[0, 20, 300, 0]));
        Assert.That(_history.Rate([Stat.Publish]), Is.EqualTo(-4.0));
    }

    [Test]
    public void A_longer_age_is_answered_from_longer_slots()
    {
        for (var minute = 1; minute <= 70; minute++)
        {
            for (var i = 0; i < 12; i++)
            {
                Pass(5, (minute * 12) + i - 11);
            }
        }

        var hour = Samples(3600, 600).Select(sample => sample.Value).ToArray();
        var minutes = Samples(600, 300).Select(sample => sample.Value).ToArray();

        // The newest are the last multiples of the increments: 100 s and 400 s ago.
        Assert.That(minutes, Is.EqualTo((long[])[820, 760, 700]));
        Assert.That(hour.SkipLast(1), Is.EqualTo((long[])[760, 640, 520, 400, 280, 160]));
        Assert.That(hour[^1], Is.EqualTo(40));
    }

    [Test]
    public void What_is_older_than_what_is_kept_stays_at_the_oldest_value_kept()
    {
        Pass(5, 1000);
        for (var i = 1; i <= 900; i++)
        {
            Pass(5, 1000 + i);
        }

        Assert.That(Samples(4500, 900).Select(sample => sample.Value), Is.All.GreaterThan(1000));
    }

    [Test]
    public void Large_changes_are_kept_exactly()
    {
        Pass(5, 200);
        Pass(5, 5_000_000_000);
        Pass(5, 5_000_000_300);

        Assert.That(Samples(15, 5).Select(sample => sample.Value), Is.EqualTo((long[])[5_000_000_300, 5_000_000_000, 200, 0]));
    }

    [Test]
    public void After_a_long_silence_only_the_value_is_left()
    {
        Pass(5, 7);
        _now += 4000;
        var tick = _timeline.TickAt(DateTimeOffset.FromUnixTimeSeconds(_now));
        _timeline.MoveTo(tick);

        _history.ForgetWhenOld(tick);

        Assert.That((_history.Sum([Stat.Publish]), _history.Rate([Stat.Publish])), Is.EqualTo((7L, 0.0)));
        Assert.That(Samples(600, 300).Select(sample => sample.Value), Is.EqualTo((long[])[7, 7, 7]));
    }

    [TestCase(60, 5, true)]
    [TestCase(2500, 5, true)]
    [TestCase(2505, 5, false)]
    [TestCase(60, 0, false)]
    [TestCase(-5, 5, false)]
    public void No_more_than_five_hundred_samples_may_be_asked_for(long age, long increment, bool isValid) =>
        Assert.That(new StatRange(age, increment).IsValid, Is.EqualTo(isValid));

    private StatSample[] Samples(long age, long increment) =>
        _history.Samples([Stat.Publish], new StatRange(age, increment), DateTimeOffset.FromUnixTimeSeconds(_now));

    private void Pass(long seconds, long? value)
    {
        _now += seconds;
        var tick = _timeline.TickAt(DateTimeOffset.FromUnixTimeSeconds(_now));
        if (value is { } noted)
        {
            _history.Note([noted, noted], tick);
        }

        _timeline.MoveTo(tick);
    }
}
