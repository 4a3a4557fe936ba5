using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Statistics;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Statistics;

public sealed class StatisticsSamplerTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Broker _broker;
    private readonly StatisticsSampler _sampler;

    public StatisticsSamplerTests()
    {
        _broker = new Broker(_clock);
        _sampler = new StatisticsSampler(_broker);
    }

    [TearDown]
    public void Dispose()
    {
        _sampler.Dispose();
        _broker.Dispose();
    }

    [Test]
    public async Task Each_interval_is_sampled_at_a_multiple_of_itself()
    {
        _clock.Advance(TimeSpan.FromSeconds(2));
        var times = new List<DateTimeOffset>();
        _sampler.Sampled = () => times.Add(_clock.GetUtcNow());
        _sampler.Start();
        var queue = await DeclareAsync("q");

        Publish(queue, 10);
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That(times.Select(time => time.Second), Is.EqualTo((int[])[5, 10]));
        Assert.That(queue.Statistics.History!.Rate([Stat.Publish]), Is.Zero);
        Assert.That(
            queue.Statistics.History.Samples([Stat.Ready], new StatRange(10, 5), _clock.GetUtcNow()).Select(sample => sample.Value),
            Is.EqualTo((long[])[10, 10, 0]));
    }

    [Test]
    public async Task A_queue_in_which_nothing_happens_has_no_history()
    {
        var queue = await DeclareAsync("q");
        _sampler.Start();

        _clock.Advance(TimeSpan.FromSeconds(60));

        Assert.That(queue.Statistics.History, Is.Null);
    }

    [Test]
    public async Task What_a_deleted_queue_held_is_not_there_any_more_and_what_it_did_is()
    {
        var queue = await DeclareAsync("q");
        Publish(queue, 10);
        queue.TryGet(out _);
        _sampler.Refresh();
        var before = Sums();
        var host = _broker.VirtualHosts.Single();
        await host.DeleteQueueAsync(queue);

        _sampler.Refresh();

        Assert.That((before, Sums()), Is.EqualTo(((9L, 1L, 1L), (0L, 0L, 1L))));
    }

    [Test]
    public async Task A_reset_forgets_what_was_and_keeps_what_is()
    {
        var queue = await DeclareAsync("q");
        Publish(queue, 10);
        queue.TryGet(out _);

        _sampler.Reset();
        _sampler.Refresh();

        Assert.That(Sums(), Is.EqualTo((9L, 1L, 0L)));
    }

    [Test]
    public async Task The_unacked_bytes_are_those_of_the_bodies()
    {
        var queue = await DeclareAsync("q");
        Publish(queue, 10);
        queue.TryGet(out _);
        queue.TryGet(out _);

        Assert.That((queue.Figures.ReadyBytes, queue.Figures.UnackedBytes), Is.EqualTo((8 * 100L, 2 * 100L)));
    }

    private (long Ready, long Unacked, long Got) Sums()
    {
        var history = _broker.Statistics.Totals.History;
        return (history.Sum([Stat.Ready]), history.Sum([Stat.Unacked]), history.Sum([Stat.Get]));
    }

    private async Task<Queue> DeclareAsync(string name) =>
        await _broker.VirtualHosts.Single().DeclareQueueAsync(new QueueDeclaration { Name = name }, this);

    private static void Publish(Queue queue, int count)
    {
        var message = new PublishedMessage { Header = new byte[14], Body = new byte[100], ExpiresAfterMilliseconds = -1 };
        queue.Enqueue(new MessageRun([0, 1, (byte)'q'], Enumerable.Repeat(message, count).ToArray()), now: 1);
    }
}
