using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Messages;
using AmqpBroker.Core.Persistence;
using AmqpBroker.Core.Tests.Queues;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Content;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>Messages that a delayed-message exchange keeps, over a restart and a crash.</summary>
[CancelAfter(60_000)]
public sealed class DelayedMessagesRestartTests : IDisposable
{
    private const int SmallFile = 4096;

    private readonly FakeTimeProvider _clock = new();
    private readonly StoreDisk _disk;

    public DelayedMessagesRestartTests() => _disk = new StoreDisk(new FaultyFiles()) { Clock = _clock };

    public void Dispose() => _disk.Dispose();

    [Test]
    public async Task They_come_at_the_time_they_were_given([Values] bool isCrash, CancellationToken cancellationToken)
    {
        var open = await OpenDelayingAsync();
        await PublishAsync(open, 1, delay: 1_000);
        await PublishAsync(open, 2, delay: 60_000);
        await PublishAsync(open, 3, delay: 10_000);
        await (isCrash ? _disk.CrashAsync(open) : open.DisposeAsync().AsTask());
        _clock.Advance(TimeSpan.FromSeconds(20));

        await using var again = await _disk.OpenAsync();
        var pastDue = await TakeAsync(again, 2, cancellationToken);
        _clock.Advance(TimeSpan.FromMilliseconds(39_999));
        var early = again.Numbers("q");
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.That(await TakeAsync(again, 1, cancellationToken), Is.EqualTo(new[] { 2 }));
        Assert.That((pastDue, early), Is.EqualTo((new[] { 1, 3 }, Array.Empty<int>())));
    }

    [Test]
    public async Task What_went_on_does_not_come_again(CancellationToken cancellationToken)
    {
        var open = await OpenDelayingAsync();
        await PublishAsync(open, 1, delay: 1_000);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => Ready(open) == 1, "it to go on", cancellationToken);
        await Eventually.TrueAsync(() => Delay(open).Count().Ready == 0, "it to be settled", cancellationToken);
        await open.WriteAsync();
        await _disk.CrashAsync(open);

        await using var again = await _disk.OpenAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));

        Assert.That((again.Restored, again.Numbers("q")), Is.EqualTo((1L, new[] { 1 })));
    }

    [Test]
    public async Task They_are_gone_with_their_exchange_over_a_crash_too(CancellationToken cancellationToken)
    {
        var open = await OpenDelayingAsync();
        for (var number = 1; number <= 100; number++)
        {
            await PublishAsync(open, number, delay: 1_000_000);
        }

        var id = Delay(open).Id;
        await open.Host.DeleteExchangeAsync("x", ifUnused: false);
        await open.Host.DeclareExchangeAsync(Exchange());
        await open.Store.CleanAsync(cancellationToken);
        await _disk.CrashAsync(open);

        await using var again = await _disk.OpenAsync(SmallFile);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Restored, Is.Zero);
            Assert.That(Delay(again).Id, Is.GreaterThan(id), "messages of the one must not come to the other");
            Assert.That(_disk.Log.Errors, Is.Empty);
        }
    }

    [Test]
    public async Task Files_of_what_went_on_are_given_back_and_those_of_what_waits_are_not(CancellationToken cancellationToken)
    {
        var open = await OpenDelayingAsync();
        await PublishAsync(open, 1, delay: 3_600_000);
        for (var number = 2; number <= 400; number++)
        {
            await PublishAsync(open, number, delay: 1_000);
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => Delay(open).Count().Ready == 1, "all but one to go on", cancellationToken);
        open.Consume("q", 399);
        await open.WriteAsync();
        await open.Store.CleanAsync(cancellationToken);
        var files = _disk.Files.List(Path.GetDirectoryName(_disk.Messages(1))!).Count; // it is in a directory
        await _disk.CrashAsync(open);

        await using var again = await _disk.OpenAsync(SmallFile);
        _clock.Advance(TimeSpan.FromHours(1));
        Assert.That(await TakeAsync(again, 1, cancellationToken), Is.EqualTo(new[] { 1 }));
        Assert.That(files, Is.LessThan(10), "of about twenty");
    }

    [Test]
    public async Task Those_that_come_while_others_are_still_being_read_go_on_behind_them(CancellationToken cancellationToken)
    {
        var open = await OpenDelayingAsync();
        await PublishAsync(open, 1, delay: 1_000);
        await open.DisposeAsync();
        await (await _disk.OpenAsync()).DisposeAsync();

        await using var again = await _disk.OpenToServeAsync();
        await PublishAsync(again, 2, delay: 2_000);
        _clock.Advance(TimeSpan.FromSeconds(3));
        var early = Delay(again).Count().Ready;
        again.RestoreMessages();

        Assert.That(again.MayServe, Is.True);
        Assert.That(await TakeAsync(again, 2, cancellationToken), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(early, Is.EqualTo(1));
    }

    private static ExchangeDeclaration Exchange() => new()
    {
        Name = "x",
        Type = ExchangeType.Get("x-delayed-message"),
        IsDurable = true,
        Arguments = Declared.Arguments(("x-delayed-type", FieldValue.From("fanout"))),
    };

    private static Core.Delays.DelayQueue Delay(OpenStore open) =>
        open.Host.ListExchanges().First(exchange => exchange.Name == "x").Delay ?? throw new InvalidOperationException("x delays nothing");

    private static long Ready(OpenStore open) => open.Queue("q").Count().Ready;

    private async Task PublishAsync(OpenStore open, int number, int delay)
    {
        var properties = new BasicProperties { DeliveryMode = 2, Headers = Declared.Arguments(("x-delay", FieldValue.From(delay))) };
        var route = open.Host.Route("x", ["k"], properties, Declared.WireBytes("x", "k"));
        var body = Numbered.Message(number, padding: 100).Body;
        PublishedMessage[] messages =
        [
            new() { Header = ContentHeader.ToArray((ulong)body.Length, properties), Body = body, Flags = MessageFlags.Persistent, ExpiresAfterMilliseconds = -1 },
        ];
        var (start, queue) = (open.Store.Journal.EndLsn, route.Queues[0]);
        var now = _clock.GetUtcNow().ToUnixTimeMilliseconds();
        var position = queue.Enqueue(new MessageRun(route.WireBytes, messages), now);
        queue.Dispatch();
        var lsn = open.Store.Journal.Enqueued(start, [new JournalTarget(queue.Id, position)], new MessageRun(route.WireBytes, messages), now);
        await open.Store.Journal.WaitUntilSafeAsync(lsn);
    }

    private async Task<OpenStore> OpenDelayingAsync()
    {
        var open = await _disk.OpenAsync(SmallFile);
        await open.DeclareAsync("q");
        await open.Host.DeclareExchangeAsync(Exchange());
        await open.Host.BindQueueAsync("q", "x", "k", FieldTable.Empty, this);
        return open;
    }

    private async Task<int[]> TakeAsync(OpenStore open, int count, CancellationToken cancellationToken)
    {
        await Eventually.TrueAsync(() => Ready(open) >= count || Tick(), $"{count} messages", cancellationToken);
        return [.. open.Numbers("q")];
    }

    // A timer set while the clock moves may fire a moment behind it.
    private bool Tick()
    {
        _clock.Advance(TimeSpan.FromMilliseconds(20));
        return false;
    }
}
