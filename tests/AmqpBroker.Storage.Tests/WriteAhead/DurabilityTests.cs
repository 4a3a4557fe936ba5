using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.Storage.WriteAhead;

namespace AmqpBroker.Storage.Tests.WriteAhead;

[CancelAfter(30_000)]
public sealed class DurabilityTests
{
    private readonly List<(int Number, long DurableLsn)> _calls = [];

    [Test]
    public void Waiters_are_called_in_the_order_of_their_positions_and_once()
    {
        var durability = new Durability(0);
        foreach (var lsn in new[] { 30, 10, 50, 20, 40 })
        {
            durability.Notify(lsn, new RecordingWaiter(lsn, _calls));
        }

        durability.Publish(25);
        durability.Publish(45);
        durability.Publish(100);

        Assert.That(_calls, Is.EqualTo(new[] { (10, 25L), (20, 25L), (30, 45L), (40, 45L), (50, 100L) }));
    }

    [Test]
    public void A_position_that_is_safe_is_answered_at_once()
    {
        var durability = new Durability(100);

        durability.Notify(100, new RecordingWaiter(1, _calls));

        Assert.That(_calls, Is.EqualTo(new[] { (1, 100L) }));
    }

    [Test]
    public void Thousands_may_wait_in_any_order()
    {
        const int Waiters = 5_000;
        var durability = new Durability(0);
        var order = Enumerable.Range(1, Waiters).ToArray();
        new Random(42).Shuffle(order);
        var half = order.Where(number => number <= Waiters / 2);
        foreach (var number in order)
        {
            durability.Notify(number, new RecordingWaiter(number, _calls));
        }

        durability.Publish(Waiters / 2);
        foreach (var number in half)
        {
            durability.Notify(Waiters + number, new RecordingWaiter(Waiters + number, _calls));
        }

        durability.Publish(2 * Waiters);

        Assert.That(_calls.ConvertAll(call => call.Number), Is.EqualTo(Enumerable.Range(1, Waiters + (Waiters / 2))));
    }

    [Test]
    public void A_waiter_may_ask_again_when_it_is_called()
    {
        var durability = new Durability(0);
        var again = new AskingAgain(durability, times: 200);

        durability.Notify(1, again);
        durability.Publish(10);

        Assert.That(again.Calls, Is.EqualTo(200));
    }

    [Test]
    public async Task Whoever_waits_longer_than_the_log_lives_is_told(CancellationToken cancellationToken)
    {
        var log = LogTest.Open(new FaultyFiles());
        var waiting = log.WaitUntilDurableAsync(long.MaxValue, cancellationToken).AsTask();

        await log.DisposeAsync();

        await Assert.ThatAsync(() => waiting, Throws.InstanceOf<ObjectDisposedException>());
    }

    private sealed class AskingAgain(Durability durability, int times) : IDurabilityWaiter
    {
        public int Calls { get; private set; }

        public void OnDurable(long durableLsn)
        {
            if (++Calls < times)
            {
                durability.Notify(durableLsn, this);
            }
        }
    }
}
