using AmqpBroker.Core.Queues;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Queues;

[CancelAfter(60_000)]
public sealed class ExpiryTests
{
    private readonly TimedQueues _queues = new();

    [Test]
    public async Task A_message_is_there_until_its_time_is_over(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-message-ttl", 1000));
        _queues.Publish(queue, 1);

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.That(queue.Count().Ready, Is.EqualTo(1));

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(20));
        await Eventually.TrueAsync(() => queue.Count().Ready == 0, "the message to go", cancellationToken);
    }

    [TestCase(1000, 5000, 1000)]
    [TestCase(5000, 1000, 1000)]
    public async Task The_shorter_of_the_times_of_queue_and_message_counts(int ofQueue, int ofMessage, int expected, CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-message-ttl", ofQueue));
        _queues.Publish(queue, 1, ofMessage);

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(expected - 1));
        Assert.That(queue.Count().Ready, Is.EqualTo(1));

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(20));
        await Eventually.TrueAsync(() => queue.Count().Ready == 0, "the message to go", cancellationToken);
    }

    [Test]
    public async Task A_message_ends_where_it_stands_and_the_others_keep_their_order(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q");
        for (var number = 1; number <= 1000; number++)
        {
            _queues.Publish(queue, number, number % 3 == 0 ? 500 : number % 3 == 1 ? 90_000 : -1, padding: 500);
        }

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(600));

        await Eventually.TrueAsync(() => queue.Count().Ready == 667, "every third message to go", cancellationToken);
        Assert.That(queue.GetAll(), Is.EqualTo(Enumerable.Range(1, 1000).Where(number => number % 3 != 0)));
    }

    [Test]
    public void A_message_whose_time_is_over_is_not_got_though_nobody_has_looked()
    {
        var queue = new ClassicQueue("/", new QueueDeclaration { Name = "q" });
        var past = DateTimeOffset.UnixEpoch.ToUnixTimeMilliseconds() + 1;
        queue.Enqueue(new([0, 1, (byte)'q'], [Numbered.Message(1) with { ExpiresAfterMilliseconds = 10 }, Numbered.Message(2)]), past);

        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void A_message_without_any_time_is_for_a_waiting_consumer_only()
    {
        var queue = _queues.Declare("q");
        var sink = new FakeSink();
        sink.Subscribe(queue, prefetch: 1);

        _queues.Publish(queue, 1, expiration: 0);
        _queues.Publish(queue, 2, expiration: 0);

        Assert.That((sink.Numbers.Single(), queue.Count().Ready), Is.EqualTo((1, 0L)));
    }

    [Test]
    public async Task A_delivered_message_does_not_expire_and_goes_when_it_comes_back_too_late(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-message-ttl", 1000));
        _queues.Publish(queue, 1);
        queue.TryGet(out var got);

        _queues.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(queue.Count().Unacked, Is.EqualTo(1));

        queue.Settle([new SettledDelivery(got.Record, null)], SettleOutcome.Requeue);
        queue.Dispatch();
        await Eventually.TrueAsync(() => queue.Count() is { Ready: 0, Unacked: 0 }, "the message to go", cancellationToken);
    }

    [Test]
    public async Task A_queue_goes_when_it_was_not_used_for_its_time(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-expires", 1000));
        _queues.Publish(queue, 1);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(900));
        queue.NoteUse();
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.That(_queues.Has("q"));

        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Eventually.TrueAsync(() => !_queues.Has("q"), "the queue to go", cancellationToken);
    }

    [Test]
    public async Task A_queue_that_is_consumed_from_begins_to_wait_when_its_last_consumer_goes(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-expires", 1000));
        var consumer = new FakeSink().Subscribe(queue);
        _queues.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.That(_queues.Has("q"));

        queue.Unsubscribe(consumer);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.That(_queues.Has("q"));
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));

        await Eventually.TrueAsync(() => !_queues.Has("q"), "the queue to go", cancellationToken);
    }
}
