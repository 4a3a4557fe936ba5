using AmqpBroker.Core.Policies;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Policies;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.DeadLetters;

/// <summary>A dead letter that a full queue refuses waits where it died, until there is room.</summary>
[CancelAfter(60_000)]
public sealed class WaitingDeadLetterTests
{
    private static readonly FieldEntry[] RefusesTheSecond = [Argument("x-max-length", 1), Argument("x-overflow", "reject-publish")];
    private static readonly FieldEntry[] ToTheDead = [Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "dead")];

    private readonly TimedQueues _queues = new();

    [Test]
    public async Task They_come_in_order_as_room_is_made(CancellationToken cancellationToken)
    {
        var dead = _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", ToTheDead);
        Reject(queue, 1, 2, 3, 4);
        var came = new List<int>();
        while (came.Count < 4)
        {
            await Eventually.TrueAsync(() => dead.Count().Ready == 1, "the next dead letter", cancellationToken);
            came.AddRange(dead.GetAll());
            _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await Eventually.TrueAsync(() => queue.CountLiveBytes() == 0, "the queue has let all of them go", cancellationToken);
        Assert.That(came, Is.EqualTo(new[] { 1, 2, 3, 4 }));
    }

    [Test]
    public async Task None_overtakes_those_that_wait(CancellationToken cancellationToken)
    {
        var dead = _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", ToTheDead);
        Reject(queue, 1, 2);
        dead.GetAll();
        Reject(queue, 3);
        var before = dead.Count().Ready;
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => dead.Count().Ready == 1, "the one that waited", cancellationToken);
        Assert.That((before, dead.GetAll().Single()), Is.EqualTo((0L, 2)));
    }

    [Test]
    public async Task A_queue_that_has_taken_its_copy_does_not_get_another(CancellationToken cancellationToken)
    {
        var full = _queues.Declare("full", RefusesTheSecond);
        var free = _queues.Declare("free");
        _queues.Host.Bind("full", "amq.fanout");
        _queues.Host.Bind("free", "amq.fanout");
        var queue = _queues.Declare("q", Argument("x-dead-letter-exchange", "amq.fanout"));
        Reject(queue, 1, 2);
        full.GetAll();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => full.Count().Ready == 1, "the copy that waited", cancellationToken);
        Assert.That((full.GetAll().Single(), free.GetAll()), Is.EqualTo((2, new List<int> { 1, 2 })).Using<List<int>>((a, b) => a.SequenceEqual(b)));
    }

    [Test]
    public async Task A_queue_declared_anew_takes_what_waited_for_it(CancellationToken cancellationToken)
    {
        var small = _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", ToTheDead);
        Reject(queue, 1, 2);
        _queues.Host.DeleteQueue(small);
        var large = _queues.Declare("dead");
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => large.Count().Ready == 1, "the one that waited", cancellationToken);
        Assert.That(large.GetAll().Single(), Is.EqualTo(2));
    }

    [Test]
    public async Task A_full_queue_keeps_none_that_waits_for_another(CancellationToken cancellationToken)
    {
        var full = _queues.Declare("full", RefusesTheSecond);
        var free = _queues.Declare("free");
        var queue = _queues.Declare("q", Argument("x-dead-letter-exchange", "amq.direct"));
        _queues.Host.Bind("full", "amq.direct", "q");
        Reject(queue, 1, 2, 3);
        _queues.Host.Unbind("full", "amq.direct", "q");
        _queues.Host.Bind("free", "amq.direct", "q");
        Reject(queue, 4);

        // What waits for a queue that it is not routed to any more has nowhere to go.
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => queue.CountLiveBytes() == 0, "nothing waits any more", cancellationToken);
        Assert.That((full.GetAll().Single(), free.GetAll().Single()), Is.EqualTo((1, 4)));
    }

    [Test]
    public async Task They_go_with_the_queue_they_died_in(CancellationToken cancellationToken)
    {
        _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", ToTheDead);
        Reject(queue, 1, 2, 3);
        var waiting = queue.CountLiveBytes();
        _queues.Host.DeleteQueue(queue);

        await Eventually.TrueAsync(() => queue.CountLiveBytes() == 0, "their memory is free", cancellationToken);
        Assert.That(waiting, Is.GreaterThan(0));
    }

    [Test]
    public async Task They_go_when_the_queue_has_no_dead_letter_exchange_any_more(CancellationToken cancellationToken)
    {
        _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q");
        await Asked.SetAsync(
            _queues.Host, "p", Asked.For("q", Asked.Setting("dead-letter-exchange", ""), Asked.Setting("dead-letter-routing-key", "dead")));
        Reject(queue, 1, 2);
        await _queues.Host.Policies.ClearAsync(PolicyKind.User, "p");
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => queue.CountLiveBytes() == 0, "nothing waits any more", cancellationToken);
    }

    [Test]
    public async Task A_queue_that_refuses_counts_those_that_wait_in_it(CancellationToken cancellationToken)
    {
        var dead = _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", [.. ToTheDead, Argument("x-max-length", 2), Argument("x-overflow", "reject-publish")]);
        Reject(queue, 1, 2, 3);
        var refused = _queues.Publish(queue, 4);
        dead.GetAll();
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => dead.Count().Ready == 1, "one has room", cancellationToken);

        await Eventually.TrueAsync(() => _queues.Publish(queue, 5) >= 0, "so there is room here", cancellationToken);
        Assert.That(refused, Is.EqualTo(Queue.Refused));
    }

    [Test]
    public async Task A_message_that_dies_back_into_its_full_queue_comes_when_there_is_room(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare(
            "q", [.. RefusesTheSecond, Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "q")]);
        _queues.Publish(queue, 1);
        queue.TryGet(out var got);
        _queues.Publish(queue, 2);
        queue.Settle([new SettledDelivery(got.Record, Consumer: null)], SettleOutcome.Reject);
        queue.Dispatch();
        Assert.That(queue.GetAll(), Is.EqualTo(new[] { 2 }));
        _queues.Clock.Advance(TimeSpan.FromSeconds(1));

        await Eventually.TrueAsync(() => queue.Count().Ready == 1, "the rejected one is back", cancellationToken);
    }

    [Test]
    public void A_quorum_queue_that_dead_letters_at_most_once_drops_them()
    {
        _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.DeclareQuorum("q", [.. ToTheDead, Argument("x-dead-letter-strategy", "at-most-once")]);
        Reject(queue, 1, 2);

        Assert.That((queue.CountLiveBytes(), _queues.Services.Timers.Pending), Is.EqualTo((0L, 0)));
    }

    [Test]
    public void What_its_publisher_knows_to_be_refused_does_not_wait()
    {
        _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", [.. ToTheDead, Argument("x-max-length", 0), Argument("x-overflow", "reject-publish-dlx")]);
        _queues.Publish(queue, 1);
        _queues.Publish(queue, 2);

        Assert.That(_queues.Services.Timers.Pending, Is.Zero);
    }

    [Test]
    public async Task Who_is_full_is_said_once_a_minute(CancellationToken cancellationToken)
    {
        _queues.Declare("dead", RefusesTheSecond);
        var queue = _queues.Declare("q", ToTheDead);
        Reject(queue, 1, 2, 3, 4);
        var first = _queues.Log.Warnings.ToList();
        _queues.Clock.Advance(TimeSpan.FromMinutes(1));

        await Eventually.TrueAsync(() => _queues.Log.Warnings.Count == 2, "it is said again", cancellationToken);
        Assert.That(
            first.Single(),
            Is.EqualTo("Messages that died in queue 'q' in vhost '/' wait there: queue 'dead' is full and refuses them. Make room in it, or raise its limit"));
    }

    [Test]
    public async Task A_circle_is_said_once_a_minute(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare(
            "q", Argument("x-message-ttl", 10), Argument("x-dead-letter-exchange", ""), Argument("x-dead-letter-routing-key", "q"));
        foreach (var number in (int[])[1, 2, 3])
        {
            await ExpireAsync(queue, number, cancellationToken);
        }

        var first = _queues.Log.Warnings.ToList();
        _queues.Clock.Advance(TimeSpan.FromMinutes(1));
        await ExpireAsync(queue, 4, cancellationToken);

        await Eventually.TrueAsync(() => _queues.Log.Warnings.Count == 2, "it is said again", cancellationToken);
        Assert.That(first.Single(), Does.StartWith("Messages that died in queue 'q' in vhost '/' (expired) are dropped: queue 'q' is where they died before"));
    }

    private async Task ExpireAsync(ClassicQueue queue, int number, CancellationToken cancellationToken)
    {
        _queues.Publish(queue, number);
        _queues.Clock.Advance(TimeSpan.FromMilliseconds(50));
        await Eventually.TrueAsync(() => queue.CountLiveBytes() == 0, "it has expired", cancellationToken);
    }

    private void Reject(ClassicQueue queue, params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            _queues.Publish(queue, number);
            Assert.That(queue.TryGet(out var got));
            queue.Settle([new SettledDelivery(got.Record, Consumer: null)], SettleOutcome.Reject);
            queue.Dispatch();
        }
    }
}
