using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Queues;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Storage.Records;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Queues;

public sealed class BrowsingTests
{
    private readonly FakeTimeProvider _clock = new();
    private ClassicQueue _queue = new("/", new QueueDeclaration { Name = "q" });

    [Test]
    public async Task Messages_are_shown_in_the_order_of_delivery_and_stay_as_they_are()
    {
        _queue.Enqueue(1, 2, 3, 4, 5);
        _queue.TryGet(out _);
        _queue.TryGet(out var second);
        _queue.TryGet(out var third);
        _queue.Settle([new SettledDelivery(third.Record, null), new SettledDelivery(second.Record, null)], SettleOutcome.Requeue);
        var before = _queue.Figures;

        var shown = await BrowseAsync(count: 10);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(NumbersOf(shown), Is.EqualTo(new[] { -2, -3, 4, 5 }));
            Assert.That((shown.Ready, shown.Next), Is.EqualTo((4L, (BrowsePlace?)null)));
            Assert.That(shown.Messages.Select(message => message.Position), Is.EqualTo(new[] { 1L, 2, 3, 4 }));
            Assert.That(_queue.Figures, Is.EqualTo(before), "nothing is counted");
            Assert.That(_queue.GetAll(), Is.EqualTo(new[] { -2, -3, 4, 5 }));
        }
    }

    [Test]
    public async Task Going_on_behind_a_place_shows_each_message_once_whatever_is_taken_meanwhile()
    {
        _queue.Enqueue(Enumerable.Range(1, 1000));
        var requeued = new List<SettledDelivery>();
        for (var i = 0; i < 300; i++)
        {
            _queue.TryGet(out var message);
            requeued.Add(new SettledDelivery(message.Record, null));
        }

        _queue.Settle([.. requeued], SettleOutcome.Requeue);
        var numbers = new List<int>();
        BrowsePlace? after = null;
        do
        {
            var page = await BrowseAsync(count: 70, after: after);
            numbers.AddRange(NumbersOf(page).Select(Math.Abs));
            after = page.Next;
            _queue.TryGet(out _);
        }
        while (after is not null);

        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 1000)));
    }

    [TestCase(0, ExpectedResult = 1)]
    [TestCase(2, ExpectedResult = 3)]
    [TestCase(3, ExpectedResult = 4)]
    [TestCase(600, ExpectedResult = 601)]
    [TestCase(999, ExpectedResult = 1000)]
    [TestCase(1000, ExpectedResult = 0)]
    [TestCase(5000, ExpectedResult = 0)]
    public async Task<int> An_offset_passes_over_messages_that_came_back_and_those_behind(long offset)
    {
        _queue.Enqueue(Enumerable.Range(1, 1000));
        _queue.TryGet(out var first);
        _queue.TryGet(out var second);
        _queue.TryGet(out var third);
        _queue.Settle(
            [new SettledDelivery(third.Record, null), new SettledDelivery(first.Record, null), new SettledDelivery(second.Record, null)], SettleOutcome.Requeue);

        var shown = await BrowseAsync(count: 1, offset: offset);

        return NumbersOf(shown).Select(Math.Abs).SingleOrDefault();
    }

    [Test]
    public async Task Higher_priorities_come_first_and_a_page_may_end_between_them()
    {
        _queue = Make(TimedQueues.Argument("x-max-priority", 9));
        for (var number = 1; number <= 9; number++)
        {
            _queue.Enqueue(new(Numbered.Route, [Numbered.Message(number, priority: (byte)(number % 3 * 4))]), Numbered.Now);
        }

        var numbers = new List<int>();
        BrowsePlace? after = null;
        do
        {
            var page = await BrowseAsync(count: 2, after: after);
            numbers.AddRange(NumbersOf(page));
            after = page.Next;
        }
        while (after is not null);

        Assert.That(numbers, Is.EqualTo(new[] { 2, 5, 8, 1, 4, 7, 3, 6, 9 }));
        Assert.That(_queue.GetAll(), Is.EqualTo(numbers));
    }

    [Test]
    public async Task What_has_expired_is_not_shown()
    {
        _queue = Make();
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        _queue.Enqueue(new(Numbered.Route, [Numbered.Message(1, expiration: 10), Numbered.Message(2, expiration: 1000), Numbered.Message(3)]), now);
        _clock.Advance(TimeSpan.FromMilliseconds(20));

        var shown = await BrowseAsync(count: 10);

        Assert.That(NumbersOf(shown), Is.EqualTo(new[] { 2, 3 }));
        Assert.That(shown.Messages.Select(message => new MessageRecord(message.Bytes.Span).ExpiresAt), Is.EqualTo(new[] { now + 1000, 0 }));
    }

    [Test]
    public async Task A_search_looks_at_so_many_messages_at_most_and_says_where_to_go_on()
    {
        _queue.Enqueue(Enumerable.Range(1, 1000));
        var request = new BrowseRequest { Count = 10, MostOfBody = 100, MostScanned = 400, Filter = message => NumberOf(message) % 450 == 0 };

        var first = await _queue.BrowseAsync(request, CancellationToken.None);
        var second = await _queue.BrowseAsync(request with { After = first.Next }, CancellationToken.None);
        var third = await _queue.BrowseAsync(request with { After = second.Next }, CancellationToken.None);

        Assert.That(new[] { first, second, third }.Select(page => NumbersOf(page).ToArray()), Is.EqualTo(new int[][] { [], [450], [900] }));
        Assert.That((first.Next, third.Next), Is.EqualTo((new BrowsePlace(0, IsReturned: false, 399), (BrowsePlace?)null)));
    }

    [Test]
    public async Task No_more_of_a_body_is_copied_than_is_wanted()
    {
        _queue.Enqueue(new(Numbered.Route, [Numbered.Message(7, padding: 1_000_000)]), Numbered.Now);

        var shown = await BrowseAsync(count: 1);

        Assert.That((shown.Messages[0].BodyLength, new MessageRecord(shown.Messages[0].Bytes.Span).Body.Length), Is.EqualTo((1_000_004, 100)));
    }

    [Test]
    public async Task Messages_of_a_quorum_queue_that_came_back_are_shown_in_the_order_of_their_return_with_their_counts()
    {
        _queue = Make(new FieldEntry("x-queue-type", FieldValue.From("quorum")));
        _queue.Enqueue(1, 2, 3);
        _queue.TryGet(out var first);
        _queue.TryGet(out var second);
        _queue.Settle([new SettledDelivery(second.Record, null), new SettledDelivery(first.Record, null)], SettleOutcome.Requeue);

        var shown = await BrowseAsync(count: 3);

        Assert.That(NumbersOf(shown), Is.EqualTo(new[] { -2, -1, 3 }));
        Assert.That(shown.Messages.Select(message => message.FailedDeliveries), Is.EqualTo(new int?[] { 1, 1, 0 }));
    }

    [Test]
    public async Task A_message_is_taken_where_it_stands_and_the_others_keep_their_order()
    {
        _queue.Enqueue(Enumerable.Range(1, 6));
        _queue.TryGet(out var first);
        _queue.TryGet(out var second);
        _queue.Settle([new SettledDelivery(first.Record, null), new SettledDelivery(second.Record, null)], SettleOutcome.Requeue);
        var places = (await BrowseAsync(count: 6)).Messages.Select(message => message.Place).ToArray();

        var isReturnedTaken = _queue.TryTake(places[1], out var returned, out _);
        var isWaitingTaken = _queue.TryTake(places[3], out var waiting, out _);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((isReturnedTaken, Numbered.NumberOf(returned.Record), returned.IsRedelivered), Is.EqualTo((true, 2, true)));
            Assert.That((isWaitingTaken, Numbered.NumberOf(waiting.Record), waiting.IsRedelivered), Is.EqualTo((true, 4, false)));
            Assert.That(_queue.TryTake(places[3], out _, out _), Is.False, "it is taken");
            Assert.That((_queue.Count().Ready, _queue.Count().Unacked), Is.EqualTo((4L, 2L)));
            Assert.That(_queue.Figures.ReadyBytes, Is.EqualTo(4 * sizeof(int)));
        }

        _queue.Settle([new SettledDelivery(returned.Record, null)], SettleOutcome.Acknowledge);
        _queue.Settle([new SettledDelivery(waiting.Record, null)], SettleOutcome.Requeue);
        Assert.That(_queue.GetAll(), Is.EqualTo(new[] { -1, -4, 3, 5, 6 }));
    }

    [Test]
    public async Task All_memory_is_free_when_everything_was_taken_from_the_middle()
    {
        var pool = new SegmentPool();
        _queue = new ClassicQueue("/", new QueueDeclaration { Name = "q" }, new QueueStorage(pool, null), new QueueSite("/", _clock, new QueueTimers(_clock)));
        _queue.Enqueue(Enumerable.Range(1, 500));
        foreach (var message in (await BrowseAsync(count: 500)).Messages.Reverse())
        {
            Assert.That(_queue.TryTake(message.Place, out var taken, out _));
            _queue.Settle([new SettledDelivery(taken.Record, null)], SettleOutcome.Acknowledge);
        }

        Assert.That((_queue.Count().Ready, _queue.Count().Unacked, pool.BytesInUse), Is.EqualTo((0L, 0L, 0L)));
        _queue.Enqueue(7);
        Assert.That(_queue.GetAll(), Is.EqualTo(new[] { 7 }));
    }

    [TestCase("0w12")]
    [TestCase("9r0")]
    public void A_place_is_read_as_it_was_written(string text)
    {
        Assert.That(BrowsePlace.TryParse(text, out var place));
        Assert.That(place.ToString(), Is.EqualTo(text));
    }

    [TestCase("12")]
    [TestCase("w12")]
    [TestCase("0w")]
    [TestCase("0w-1")]
    [TestCase("-1r0")]
    public void What_is_no_place_is_not_read_as_one(string text) => Assert.That(BrowsePlace.TryParse(text, out _), Is.False);

    private ValueTask<BrowsedMessages> BrowseAsync(int count, long offset = 0, BrowsePlace? after = null) =>
        _queue.BrowseAsync(new BrowseRequest { Count = count, Offset = offset, After = after, MostOfBody = 100 }, CancellationToken.None);

    private ClassicQueue Make(params FieldEntry[] arguments) => new(
        "/",
        new QueueDeclaration { Name = "q", Arguments = FieldTable.Of(arguments) },
        new QueueStorage(new SegmentPool(), null),
        new QueueSite("/", _clock, new QueueTimers(_clock)));

    private static int NumberOf(BrowsedMessage message) => BitConverter.ToInt32(new MessageRecord(message.Bytes.Span).Body);

    private static IEnumerable<int> NumbersOf(BrowsedMessages shown) =>
        shown.Messages.Select(message => message.IsRedelivered ? -NumberOf(message) : NumberOf(message));
}
