using NUnit.Framework;

namespace AmqpBroker.TestKit.Tests;

public sealed class FakeTimeProviderTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<string> _fired = [];

    [Test]
    public void Time_stands_still_until_it_is_moved()
    {
        var started = _clock.GetTimestamp();
        var before = _clock.GetUtcNow();

        _clock.Advance(TimeSpan.FromSeconds(3));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_clock.GetUtcNow() - before, Is.EqualTo(TimeSpan.FromSeconds(3)));
            Assert.That(_clock.GetElapsedTime(started), Is.EqualTo(TimeSpan.FromSeconds(3)));
        }
    }

    [Test]
    public void Timers_fire_in_the_order_of_their_times()
    {
        using var late = Start("late", dueSeconds: 3);
        using var early = Start("early", dueSeconds: 1);

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(_fired, Is.EqualTo(new[] { "early at 1" }));

        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.That(_fired, Is.EqualTo(new[] { "early at 1", "late at 3" }));
    }

    [Test]
    public void A_periodic_timer_fires_as_often_as_time_allows()
    {
        using var timer = Start("tick", dueSeconds: 1, periodSeconds: 2);

        _clock.Advance(TimeSpan.FromSeconds(6));

        Assert.That(_fired, Is.EqualTo(new[] { "tick at 1", "tick at 3", "tick at 5" }));
    }

    [Test]
    public void A_disposed_timer_fires_no_more()
    {
        var timer = Start("never", dueSeconds: 1);
        timer.Dispose();

        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.That(_fired, Is.Empty);
        Assert.That(_clock.ActiveTimers, Is.Zero);
    }

    [Test]
    [CancelAfter(10_000)]
    public async Task A_delay_ends_when_its_time_has_come(CancellationToken cancellationToken)
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(1), _clock, cancellationToken);

        _clock.Advance(TimeSpan.FromSeconds(59));
        var tooEarly = delay.IsCompleted;
        _clock.Advance(TimeSpan.FromSeconds(1));

        await delay;
        Assert.That(tooEarly, Is.False);
    }

    private ITimer Start(string name, int dueSeconds, int periodSeconds = 0)
    {
        var start = _clock.GetUtcNow();
        return _clock.CreateTimer(
            _ => _fired.Add($"{name} at {(_clock.GetUtcNow() - start).TotalSeconds}"),
            state: null,
            TimeSpan.FromSeconds(dueSeconds),
            periodSeconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(periodSeconds));
    }
}
