using AmqpBroker.Core.Delays;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Tests.Delays;

/// <summary>Messages that wait on disk go on as those that wait in memory.</summary>
[CancelAfter(60_000)]
public sealed class PagedDelayTests : IAsyncDisposable, IDelayedPublisher
{
    private const int Messages = 3000;
    private const int Padding = 10_000;
    private const long Limit = 2 << 20;

    private readonly TempDirectory _directory = new();
    private readonly SegmentPool _pool = new();
    private readonly Pager _pager;
    private readonly FakeTimeProvider _clock = new();
    private readonly QueueTimers _timers;
    private readonly DelayQueue _queue;
    private readonly List<(long Due, int Number)> _published = [];

    public PagedDelayTests()
    {
        _pager = new Pager(
            new PagerOptions { Directory = _directory.FullName, MemoryLimit = Limit },
            _pool,
            SystemFiles.Instance,
            TimeProvider.System,
            new PagingObserver(NullLogger.Instance, _directory.FullName));
        _timers = new QueueTimers(_clock);
        var site = new QueueSite("/", _clock, _timers) { Delayed = this };
        _queue = new DelayQueue(site, new QueueDeclaration { Name = "x" }, new QueueStorage(_pool, _pager));
    }

    public async ValueTask DisposeAsync()
    {
        _timers.Dispose();
        await _pager.DisposeAsync();
        _directory.Dispose();
    }

    void IDelayedPublisher.Publish(DelayQueue queue, IReadOnlyList<PendingMessage> messages)
    {
        lock (_published)
        {
            _published.AddRange(messages.Select(message => (message.Due, BitConverter.ToInt32(new MessageRecord(message.Message).Body))));
        }
    }

    [Test]
    public async Task All_come_in_the_order_of_their_times(CancellationToken cancellationToken)
    {
        var random = new Random(1);
        await FillAsync(_ => random.Next(1, 7_200_000), cancellationToken);

        for (var minute = 0; minute <= 120; minute++)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await Eventually.TrueAsync(() => Tick() && _queue.Count().Ready == 0, "all to go on", cancellationToken);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_published.Select(message => message.Number), Is.Unique);
            Assert.That(_published, Has.Count.EqualTo(Messages));
            Assert.That(_published.Select(message => message.Due >> 10), Is.Ordered, "what is read from disk in pieces comes in order to the second");
        }

        await Eventually.TrueAsync(() => _pager.BytesOnDisk == 0 && _pool.BytesInUse == 0, "all space to be free", cancellationToken);
    }

    [Test]
    public async Task As_many_as_do_not_fit_may_fall_due_at_once(CancellationToken cancellationToken)
    {
        await FillAsync(_ => 3_600_000, cancellationToken);

        _clock.Advance(TimeSpan.FromHours(1));

        await Eventually.TrueAsync(() => Tick() && _queue.Count().Ready == 0, "all to go on", cancellationToken);
        Assert.That(_published.Select(message => message.Number), Is.EqualTo(Enumerable.Range(0, Messages)));
    }

    [Test]
    public async Task When_the_exchange_goes_all_space_is_free_again(CancellationToken cancellationToken)
    {
        await FillAsync(number => 1000 * (number + 1), cancellationToken);

        _queue.End();

        await Eventually.TrueAsync(() => _pager.BytesOnDisk == 0 && _pool.BytesInUse == 0, "all space to be free", cancellationToken);
        Assert.That((_published.Count, _queue.Count().Ready), Is.EqualTo((0, 0L)));
    }

    [Test]
    public async Task What_is_far_off_goes_to_disk_though_there_is_memory_left(CancellationToken cancellationToken)
    {
        using var directory = new TempDirectory();
        var pool = new SegmentPool();
        var options = new PagerOptions { Directory = directory.FullName, MemoryLimit = long.MaxValue / 2 };
        await using var pager = new Pager(options, pool, SystemFiles.Instance, TimeProvider.System, new PagingObserver(NullLogger.Instance, directory.FullName));
        var queue = new DelayQueue(new QueueSite("/", _clock, _timers) { Delayed = this }, new QueueDeclaration { Name = "far" }, new QueueStorage(pool, pager));
        const int messages = 12_000;

        Fill(queue, messages, number => 60_000 + (10 * number));

        await Eventually.TrueAsync(() => pool.BytesInUse <= DelayPaging.Kept + (4 << 20), "all but the nearest to be on disk", cancellationToken);
        Assert.That(pager.BytesOnDisk, Is.GreaterThan(70 << 20), "of 120 MB");
        _clock.Advance(TimeSpan.FromHours(1));
        await Eventually.TrueAsync(() => Tick() && queue.Count().Ready == 0, "all to go on", cancellationToken);
        Assert.That(_published.Select(message => message.Number), Is.Unique.And.Exactly(messages).Items);
    }

    private void Fill(DelayQueue queue, int messages, Func<int, int> delayOf)
    {
        var route = Declared.WireBytes("x", "k");
        for (var number = 0; number < messages; number++)
        {
            var body = Numbered.Message(number, Padding).Body;
            var properties = new BasicProperties { Headers = Declared.Arguments(("x-delay", FieldValue.From(delayOf(number)))) };
            PublishedMessage message = new() { Header = ContentHeader.ToArray((ulong)body.Length, properties), Body = body, ExpiresAfterMilliseconds = -1 };
            queue.Enqueue(new MessageRun(route, [message]), _clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        queue.Dispatch();
    }

    private async Task FillAsync(Func<int, int> delayOf, CancellationToken cancellationToken)
    {
        Fill(_queue, Messages, delayOf);
        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "most to be on disk", cancellationToken);
        Assert.That(_pager.BytesOnDisk, Is.GreaterThan(20 << 20));
    }

    // What waits for the disk is looked at again while time goes on.
    private bool Tick()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        return true;
    }
}
