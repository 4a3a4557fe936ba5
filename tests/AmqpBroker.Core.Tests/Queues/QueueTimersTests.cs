using AmqpBroker.Core.Queues;
using AmqpBroker.TestKit;
using static AmqpBroker.Core.Tests.Queues.TimedQueues;

namespace AmqpBroker.Core.Tests.Queues;

[CancelAfter(60_000)]
public sealed class QueueTimersTests
{
    private readonly TimedQueues _queues = new();

    [Test]
    public async Task A_queue_that_messages_expire_in_is_not_noted_again_for_its_own_end(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-expires", 3_600_000));
        for (var round = 1; round <= 50; round++)
        {
            _queues.Publish(queue, round, expiration: 100);
            _queues.Clock.Advance(TimeSpan.FromMilliseconds(200));
            await Eventually.TrueAsync(() => queue.Count().Ready == 0, "the message to go", cancellationToken);
        }

        Assert.That(_queues.Services.Timers.Pending, Is.EqualTo(1), "the end of the queue, once");
    }

    [Test]
    public async Task A_queue_used_again_and_again_is_noted_once_and_goes_when_it_is_not(CancellationToken cancellationToken)
    {
        var queue = _queues.Declare("q", Argument("x-expires", 1000));
        for (var round = 1; round <= 50; round++)
        {
            queue.TryGet(out _);
            _queues.Clock.Advance(TimeSpan.FromMilliseconds(500));
            Assert.That(_queues.Services.Timers.Pending, Is.EqualTo(1));
        }

        _queues.Clock.Advance(TimeSpan.FromSeconds(2));

        await Eventually.TrueAsync(() => !_queues.Has("q"), "the queue to go", cancellationToken);
    }

    [Test]
    public void A_time_longer_than_any_timer_of_the_platform_is_taken()
    {
        using var timers = new QueueTimers(TimeProvider.System);
        var queue = new ClassicQueue("/", new QueueDeclaration { Name = "q" });
        var due = TimeProvider.System.GetUtcNow().AddMilliseconds(uint.MaxValue).ToUnixTimeMilliseconds();

        Assert.That(() => timers.Schedule(queue, due), Throws.Nothing);
    }
}
