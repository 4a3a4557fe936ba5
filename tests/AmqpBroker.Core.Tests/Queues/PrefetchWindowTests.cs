using AmqpBroker.Core.Queues;

namespace AmqpBroker.Core.Tests.Queues;

public sealed class PrefetchWindowTests
{
    private readonly PrefetchWindow _window = new();

    [Test]
    public void Without_a_limit_there_is_always_a_place()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_window.IsLimited, Is.False);
            Assert.That(Take(1000), Is.EqualTo(1000));
        }
    }

    [TestCase(3, 0, ExpectedResult = 3)]
    [TestCase(3, 2, ExpectedResult = 1)]
    [TestCase(3, 3, ExpectedResult = 0)]
    [TestCase(3, 9, ExpectedResult = 0, Description = "lowered below what is outstanding")]
    [TestCase(65_535, 0, ExpectedResult = 65_535)]
    public int A_limit_leaves_what_is_not_outstanding(int limit, int outstanding)
    {
        _window.Set(limit, outstanding);

        return Take(100_000);
    }

    [Test]
    public void Deliveries_begin_again_when_what_is_outstanding_falls_under_a_lowered_limit()
    {
        _window.Set(2, 4);

        _window.Release(2);
        var atTheLimit = Take(5);
        _window.Release(1);

        Assert.That((atTheLimit, Take(5)), Is.EqualTo((0, 1)));
    }

    [Test]
    public void Places_given_back_twice_do_not_widen_the_window()
    {
        _window.Set(2, 0);

        _window.Release(5);

        Assert.That(Take(10), Is.EqualTo(2));
    }

    [Test]
    public void A_limit_can_be_lifted()
    {
        _window.Set(1, 1);

        _window.Set(0, 1);

        Assert.That((_window.IsLimited, Take(10)), Is.EqualTo((false, 10)));
    }

    [Test]
    public async Task Queues_that_take_at_once_never_exceed_the_limit()
    {
        const int limit = 3;
        _window.Set(limit, 0);
        var used = 0;
        var most = 0;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var taken = 0; taken < 20_000;)
                {
                    if (!_window.TryTake())
                    {
                        Thread.Yield();
                        continue;
                    }

                    taken++;
                    var now = Interlocked.Increment(ref used);
                    InterlockedMax(ref most, now);
                    Interlocked.Decrement(ref used);
                    _window.Release(1);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(most, Is.InRange(1, limit));
            Assert.That(Take(10), Is.EqualTo(limit), "every place came back");
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private int Take(int atMost)
    {
        var taken = 0;
        while (taken < atMost && _window.TryTake())
        {
            taken++;
        }

        return taken;
    }
}
