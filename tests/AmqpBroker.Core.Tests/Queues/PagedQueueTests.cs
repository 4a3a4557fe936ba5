using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Storage.Files;
using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace AmqpBroker.Core.Tests.Queues;

/// <summary>A queue most of which is on disk behaves like one that is not.</summary>
public sealed class PagedQueueTests : IAsyncDisposable
{
    private const int Messages = 3000;
    private const int Padding = 10_000;
    private const long Limit = 2 << 20;
    private const int Deadline = 60_000;

    private readonly TempDirectory _directory = new();
    private readonly SegmentPool _pool = new();
    private readonly Pager _pager;
    private readonly FakeTimeProvider _clock = new();
    private readonly QueueTimers _timers;
    private ClassicQueue _queue;

    public PagedQueueTests()
    {
        _pager = new Pager(
            new PagerOptions { Directory = _directory.FullName, MemoryLimit = Limit },
            _pool,
            SystemFiles.Instance,
            TimeProvider.System,
            new PagingObserver(NullLogger.Instance, _directory.FullName));
        _timers = new QueueTimers(_clock);
        _queue = Make();
    }

    public async ValueTask DisposeAsync()
    {
        _timers.Dispose();
        await _pager.DisposeAsync();
        _directory.Dispose();
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_consumer_gets_everything_in_order(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var sink = new FakeSink();

        sink.Subscribe(_queue, isNoAck: true);
        _queue.Dispatch();

        await Eventually.TrueAsync(() => _queue.Count().Ready == 0, "the queue to be drained", cancellationToken);
        await Eventually.TrueAsync(() => sink.Received.Count == Messages, "all to be delivered", cancellationToken);
        Assert.That(sink.Numbers, Is.EqualTo(Enumerable.Range(1, Messages)));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Basic_get_waits_for_the_disk_and_then_finds_the_first(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var numbers = new List<int>();
        while (_queue.TryFetchFirst(out var fetched))
        {
            await fetched.WaitAsync(cancellationToken);
            numbers.AddRange(_queue.GetAll());
        }

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, Messages)));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task What_is_requeued_comes_before_what_is_on_disk(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        Assert.That(_queue.TryFetchFirst(out var fetched));
        await fetched.WaitAsync(cancellationToken);
        _queue.TryGet(out var first);
        _queue.TryGet(out var second);
        _queue.Settle([new SettledDelivery(second.Record, null), new SettledDelivery(first.Record, null)], SettleOutcome.Requeue);

        _queue.TryGet(out var again);

        Assert.That((Numbered.NumberOf(again.Record), again.IsRedelivered, _queue.Count().Ready), Is.EqualTo((1, true, Messages - 1L)));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Purging_counts_what_is_on_disk_and_frees_it(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);

        var purged = _queue.Purge();

        Assert.That((purged, _queue.Count().Ready), Is.EqualTo(((long)Messages, 0L)));
        await Eventually.TrueAsync(() => _pager.BytesOnDisk == 0 && _pool.BytesInUse == 0, "all space to be free", cancellationToken);
        _queue.Enqueue(7);
        Assert.That(_queue.GetAll(), Is.EqualTo(new[] { 7 }));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Whoever_waits_for_a_message_that_is_purged_finds_none(CancellationToken cancellationToken)
    {
        for (var round = 0; round < 20; round++)
        {
            await FillAsync(cancellationToken);
            Assert.That(_queue.TryFetchFirst(out var fetched));

            _queue.Purge();

            await fetched.WaitAsync(cancellationToken);
            Assert.That(_queue.TryFetchFirst(out _), Is.False);
        }
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Deleting_frees_what_is_on_disk(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);

        var deletion = _queue.Delete(QueueDeleteConditions.None);

        Assert.That(deletion.Ready, Is.EqualTo(Messages));
        await Eventually.TrueAsync(() => _pager.BytesOnDisk == 0 && _pool.BytesInUse == 0, "all space to be free", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_limit_of_length_holds_for_what_is_on_disk(CancellationToken cancellationToken)
    {
        const int limit = 2800;
        _queue = Make(TimedQueues.Argument("x-max-length", limit));
        await FillAsync(cancellationToken);

        _queue.Dispatch();

        await Eventually.TrueAsync(() => _queue.Count().Ready == limit, "the oldest to go", cancellationToken);
        Assert.That(_queue.TryFetchFirst(out var fetched));
        await fetched.WaitAsync(cancellationToken);
        _queue.TryGet(out var first);
        Assert.That(Numbered.NumberOf(first.Record), Is.EqualTo(Messages - limit + 1));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task What_is_on_disk_expires_though_nobody_consumes(CancellationToken cancellationToken)
    {
        _queue = Make(TimedQueues.Argument("x-message-ttl", 60_000));
        await FillAsync(cancellationToken);
        _queue.Dispatch();

        _clock.Advance(TimeSpan.FromSeconds(61));

        await Eventually.TrueAsync(() => Advance() && _queue.Count().Ready == 0, "all to expire", cancellationToken);
        await Eventually.TrueAsync(() => _pager.BytesOnDisk == 0 && _pool.BytesInUse == 0, "all space to be free", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task All_can_be_browsed_on_disk_and_stays_there(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var onDisk = _pager.BytesOnDisk;
        var numbers = new List<int>();
        BrowsePlace? after = null;
        do
        {
            var page = await BrowseAsync(new BrowseRequest { Count = 700, MostOfBody = 4, After = after }, cancellationToken);
            numbers.AddRange(page.Messages.Select(NumberOf));
            after = page.Next;
        }
        while (after is not null);

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, Messages)));
        Assert.That(_pager.BytesOnDisk, Is.EqualTo(onDisk));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task An_offset_passes_over_what_is_on_disk([Values(0, 1, 200, 1500, Messages - 1)] int offset, CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);

        var page = await BrowseAsync(new BrowseRequest { Count = 2, MostOfBody = 4, Offset = offset }, cancellationToken);

        Assert.That(page.Messages.Select(NumberOf), Is.EqualTo(Enumerable.Range(1, Messages).Skip(offset).Take(2)));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Browsing_shows_each_message_once_while_a_consumer_takes_them(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        var sink = new FakeSink();
        sink.Subscribe(_queue, isNoAck: true);
        _queue.DispatchElsewhere();
        var numbers = new List<int>();
        BrowsePlace? after = null;
        do
        {
            var page = await BrowseAsync(new BrowseRequest { Count = 50, MostOfBody = 4, After = after }, cancellationToken);
            numbers.AddRange(page.Messages.Select(NumberOf));
            after = page.Next;
        }
        while (after is not null);

        await Eventually.TrueAsync(() => _queue.Count().Ready == 0, "the queue to be drained", cancellationToken);
        await Eventually.TrueAsync(() => sink.Received.Count == Messages, "all to be delivered", cancellationToken);
        Assert.That(numbers, Is.Ordered.And.Unique);
        Assert.That(sink.Numbers, Is.EqualTo(Enumerable.Range(1, Messages)), "in order, none flagged");
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_message_is_taken_where_it_stands_unless_it_is_on_disk(CancellationToken cancellationToken)
    {
        await FillAsync(cancellationToken);
        Assert.That(_queue.TryFetchFirst(out var fetched));
        await fetched.WaitAsync(cancellationToken);
        var page = await BrowseAsync(new BrowseRequest { Count = 2, MostOfBody = 4 }, cancellationToken);
        var far = await BrowseAsync(new BrowseRequest { Count = 1, MostOfBody = 4, Offset = Messages / 2 }, cancellationToken);

        var isNearTaken = _queue.TryTake(page.Messages[1].Place, out var near, out _);
        var isFarTaken = _queue.TryTake(far.Messages[0].Place, out _, out var isOnDisk);

        Assert.That((isNearTaken, isFarTaken, isOnDisk), Is.EqualTo((true, false, true)));
        Assert.That(Numbered.NumberOf(near.Record), Is.EqualTo(2));
        _queue.Settle([new SettledDelivery(near.Record, null)], SettleOutcome.Acknowledge);
        var numbers = new List<int>();
        while (_queue.TryFetchFirst(out fetched))
        {
            await fetched.WaitAsync(cancellationToken);
            numbers.AddRange(_queue.GetAll());
        }

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, Messages).Where(number => number != 2)));
    }

    private ValueTask<BrowsedMessages> BrowseAsync(BrowseRequest request, CancellationToken cancellationToken) => _queue.BrowseAsync(request, cancellationToken);

    private static int NumberOf(BrowsedMessage message) => BitConverter.ToInt32(new MessageRecord(message.Bytes.Span).Body);

    // The timer looks again while the disk is read.
    private bool Advance()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        return true;
    }

    private ClassicQueue Make(params FieldEntry[] arguments) => new(
        "/",
        new QueueDeclaration { Name = "q", Arguments = FieldTable.Of(arguments) },
        new QueueStorage(_pool, _pager),
        new QueueSite("/", _clock, _timers));

    private async Task FillAsync(CancellationToken cancellationToken)
    {
        byte[] route = [0, 1, (byte)'q'];
        for (var number = 1; number <= Messages; number++)
        {
            _queue.Enqueue(new(route, [Numbered.Message(number, Padding)]), _clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "most to be on disk", cancellationToken);
        Assert.That(_pager.BytesOnDisk, Is.GreaterThan(20 << 20));
    }
}
