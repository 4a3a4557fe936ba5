using AmqpBroker.Core.Deduplication;

namespace AmqpBroker.Core.Tests.Deduplication;

public sealed class DeduplicationCacheTests
{
    [Test]
    public void An_id_is_known_again_until_its_time_is_over()
    {
        var cache = new DeduplicationCache(10, ttl: 1000);

        Assert.That((Let(cache, 1, now: 0), Let(cache, 1, now: 999), Let(cache, 1, now: 1000), Let(cache, 1, now: 1999)), Is.EqualTo((true, false, true, false)));
    }

    [Test]
    public void A_message_may_have_its_id_remembered_for_another_time()
    {
        var cache = new DeduplicationCache(10, ttl: 1000);
        cache.TryBegin([1], own: 5000, now: 0, out _);
        cache.Complete([1], 0);

        Assert.That((Let(cache, 1, now: 4999), Let(cache, 1, now: 5000)), Is.EqualTo((false, true)));
    }

    [Test]
    public void A_time_longer_than_time_itself_is_for_ever()
    {
        var cache = new DeduplicationCache(10, ttl: long.MaxValue);

        Assert.That((Let(cache, 1, now: 1_700_000_000_000), Let(cache, 1, now: 4_000_000_000_000)), Is.EqualTo((true, false)));
    }

    [Test]
    public void When_there_are_too_many_the_one_goes_that_was_not_met_for_longest()
    {
        var cache = new DeduplicationCache(3, ttl: null);
        Let(cache, 1);
        Let(cache, 2);
        Let(cache, 3);
        Let(cache, 1);

        Let(cache, 4);

        Assert.That((cache.Count, Let(cache, 1), Let(cache, 3), Let(cache, 4), Let(cache, 2)), Is.EqualTo((3, false, false, false, true)));
    }

    [Test]
    public void An_id_whose_message_was_not_taken_is_forgotten()
    {
        var cache = new DeduplicationCache(10, ttl: null);
        cache.TryBegin([1], null, 0, out _);
        var onItsWay = cache.TryBegin([1], null, 0, out var state);

        cache.Abandon([1]);

        Assert.That((onItsWay, state.IsOnItsWay, Let(cache, 1)), Is.EqualTo((false, true, true)));
    }

    [Test]
    public void Whoever_sends_a_duplicate_learns_where_the_first_is_safe()
    {
        var cache = new DeduplicationCache(10, ttl: null);
        cache.TryBegin([1], null, 0, out _);
        cache.Complete([1], 77);

        cache.TryBegin([1], null, 0, out var state);

        Assert.That(state, Is.EqualTo(new DuplicateState(false, 77)));
    }

    private static bool Let(DeduplicationCache cache, byte id, long now = 0)
    {
        var isNew = cache.TryBegin([id], null, now, out _);
        if (isNew)
        {
            cache.Complete([id], 0);
        }

        return isNew;
    }
}
