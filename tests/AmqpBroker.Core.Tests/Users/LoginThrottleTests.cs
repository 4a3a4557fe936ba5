using System.Net;
using AmqpBroker.Core.Users;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Users;

public sealed class LoginThrottleTests
{
    private static readonly IPAddress Here = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress Elsewhere = IPAddress.Parse("192.0.2.2");

    private readonly FakeTimeProvider _clock = new();
    private LoginThrottle _throttle = null!; // made for each test

    [SetUp]
    public void SetUp() => _throttle = new LoginThrottle(_clock);

    [Test]
    public void The_first_failures_cost_nothing_and_then_the_delay_doubles_up_to_its_longest()
    {
        var delays = new List<double>();
        for (var i = 0; i < 9; i++)
        {
            delays.Add(Enter(Here).TotalSeconds);
            _clock.Advance(TimeSpan.FromSeconds(delays[^1]));
            _throttle.Fail(Here, "alice");
        }

        Assert.That(delays, Is.EqualTo(new[] { 0, 0, 0, 0.25, 0.5, 1, 2, 4, 4 }).Within(0.001));
    }

    [Test]
    public void Failures_elsewhere_cost_nothing_here()
    {
        Fail(Elsewhere, 20);

        Assert.That(Enter(Here), Is.EqualTo(TimeSpan.Zero));
    }

    [Test]
    public void Attempts_made_at_once_take_turns_and_are_turned_away_when_too_many_wait()
    {
        Fail(Here, LoginThrottle.FreeFailures + 2);

        var delays = Enumerable.Range(0, 8).Select(_ => Enter(Here).TotalSeconds).ToArray();
        var isLetIn = _throttle.TryEnter(Here, "alice", out _);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(delays, Is.EqualTo(new double[] { 1, 2, 3, 4, 5, 6, 7, 8 }).Within(0.001));
            Assert.That(isLetIn, Is.False);
        }
    }

    [Test]
    public void Who_is_known_somewhere_is_not_held_up_by_others_there()
    {
        _throttle.Succeed(Here, "alice");
        Fail(Here, 20, "mallory");

        Assert.That((Enter(Here), _throttle.IsFree(Here, "alice"), _throttle.IsFree(Here, "bob")), Is.EqualTo((TimeSpan.Zero, true, false)));
    }

    [Test]
    public void Who_is_known_is_held_up_by_guesses_at_its_own_password_until_it_comes_in()
    {
        _throttle.Succeed(Here, "alice");
        Fail(Here, 5);
        var held = _throttle.IsFree(Here, "alice");
        _throttle.Succeed(Here, "alice");

        Assert.That((held, _throttle.IsFree(Here, "alice")), Is.EqualTo((false, true)));
    }

    [Test]
    public void After_a_while_without_failures_the_next_is_the_first()
    {
        Fail(Here, 20);
        _clock.Advance(LoginThrottle.Memory + TimeSpan.FromSeconds(1));
        Fail(Here, 1);

        Assert.That(_throttle.IsFree(Here, "alice"), Is.True);
    }

    [TestCase("2001:db8::1", "2001:db8::ffff:1", ExpectedResult = false, Description = "one network")]
    [TestCase("2001:db8:0:1::1", "2001:db8:0:2::1", ExpectedResult = true, Description = "two networks")]
    [TestCase("192.0.2.1", "::ffff:192.0.2.1", ExpectedResult = false, Description = "one address")]
    public bool An_address_is_not_escaped_by_another_of_the_same_owner(string one, string other)
    {
        Fail(IPAddress.Parse(one), 20);

        return _throttle.IsFree(IPAddress.Parse(other), "alice");
    }

    [Test]
    public void The_places_that_failed_longest_ago_are_forgotten_when_there_are_too_many()
    {
        for (var i = 0; i < LoginThrottle.Capacity + 10; i++)
        {
            Fail(new IPAddress(i + 1), LoginThrottle.FreeFailures);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_throttle.Count, Is.AtMost(LoginThrottle.Capacity));
            Assert.That(_throttle.IsFree(new IPAddress(1), "alice"), Is.True, "the first");
            Assert.That(_throttle.IsFree(new IPAddress(LoginThrottle.Capacity + 10), "alice"), Is.False, "the last");
        }
    }

    private TimeSpan Enter(IPAddress address)
    {
        Assert.That(_throttle.TryEnter(address, "alice", out var delay), Is.True);
        return delay;
    }

    private void Fail(IPAddress address, int times, string user = "alice")
    {
        for (var i = 0; i < times; i++)
        {
            _throttle.Fail(address, user);
        }
    }
}
