using AmqpBroker.Core.Deduplication;
using AmqpBroker.Core.Exchanges;
using AmqpBroker.Core.Tests.VirtualHosts;
using AmqpBroker.Protocol.Fields;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>Ids that a durable deduplicating exchange remembers, over a restart and a crash.</summary>
public sealed class DeduplicationRestartTests : IDisposable
{
    private const int SmallFile = 4096;
    private const int Size = 5;

    private readonly FakeTimeProvider _clock = new();
    private readonly StoreDisk _disk;

    public DeduplicationRestartTests() => _disk = new StoreDisk(new FaultyFiles()) { Clock = _clock };

    public void Dispose() => _disk.Dispose();

    [Test]
    public async Task They_are_known_until_their_time_is_over([Values] bool isCrash)
    {
        var open = await OpenAsync();
        await LetAsync(open, 1);
        _clock.Advance(TimeSpan.FromSeconds(30));
        await LetAsync(open, 2, ttl: 5_000);
        await (isCrash ? _disk.CrashAsync(open) : open.DisposeAsync().AsTask());
        _clock.Advance(TimeSpan.FromSeconds(10));

        await using var again = await _disk.OpenAsync();
        Assert.That((IsNew(again, 1), IsNew(again, 2)), Is.EqualTo((false, true)));
        _clock.Advance(TimeSpan.FromSeconds(20));
        Assert.That(IsNew(again, 1), "a minute has passed since it came");
    }

    [Test]
    public async Task Those_pushed_out_stay_out_and_the_others_in_however_often_it_restarts()
    {
        for (var run = 0; run < 4; run++)
        {
            var open = await OpenAsync(SmallFile);
            for (byte id = 1; id <= 100; id++)
            {
                await LetAsync(open, (byte)(id + run));
            }

            await open.WriteAsync();
            await open.Store.CleanAsync(CancellationToken.None);
            await _disk.KillAsync(open);
        }

        await using var last = await _disk.OpenAsync(SmallFile);
        var newest = Enumerable.Range(103 - Size + 1, Size).ToList();
        Assert.That((newest.Exists(id => IsNew(last, (byte)id)), Ids(last).Count, IsNew(last, 103 - Size)), Is.EqualTo((false, Size, true)));
        Assert.That(_disk.Files.List(Path.GetDirectoryName(_disk.Messages(1))!), Has.Count.LessThan(12), "of about twenty"); // it is in a directory
    }

    [Test]
    public async Task One_whose_message_was_not_taken_is_not_remembered()
    {
        var open = await OpenAsync();
        Ids(open).TryBegin([1], own: null, Now(), out _);
        await open.WriteAsync();
        await _disk.KillAsync(open);

        await using var again = await _disk.OpenAsync();
        Assert.That(IsNew(again, 1));
    }

    [Test]
    public async Task Nobody_is_served_before_they_are_known()
    {
        await (await OpenAsync()).DisposeAsync();

        await using var again = await _disk.OpenToServeAsync();

        Assert.That(again.MayServe, Is.False);
    }

    [Test]
    public async Task They_go_with_their_exchange()
    {
        var open = await OpenAsync();
        await LetAsync(open, 1);
        await open.Host.DeleteExchangeAsync("x", ifUnused: false);
        await open.Host.DeclareExchangeAsync(Exchange());
        var isNew = IsNew(open, 1, isKept: false);
        await _disk.CrashAsync(open);

        await using var again = await _disk.OpenAsync();
        Assert.That((isNew, IsNew(again, 1)), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task Those_to_be_kept_in_memory_are_not_on_disk()
    {
        var open = await _disk.OpenAsync();
        await open.Host.DeclareExchangeAsync(Exchange(("x-cache-persistence", FieldValue.From("memory"))));
        Ids(open).TryBegin([1], own: null, Now(), out _);
        var lsn = Ids(open).Complete([1], lsn: 0);
        await _disk.KillAsync(open);

        await using var again = await _disk.OpenAsync();
        Assert.That((lsn, again.Restored, IsNew(again, 1)), Is.EqualTo((0L, 0L, true)));
    }

    private static ExchangeDeclaration Exchange(params (string Name, FieldValue Value)[] more) => new()
    {
        Name = "x",
        Type = ExchangeType.Get("x-message-deduplication"),
        IsDurable = true,
        Arguments = Declared.Arguments([("x-cache-size", FieldValue.From(Size)), ("x-cache-ttl", FieldValue.From(60_000)), .. more]),
    };

    private static DeduplicationCache Ids(OpenStore open) =>
        open.Host.ListExchanges().First(exchange => exchange.Name == "x").Deduplication ?? throw new InvalidOperationException("x lets everything through");

    private async Task<OpenStore> OpenAsync(long messageFileSize = 64 * 1024)
    {
        var open = await _disk.OpenAsync(messageFileSize);
        await open.Host.DeclareExchangeAsync(Exchange());
        return open;
    }

    // A message of that id comes, and is taken.
    private async Task LetAsync(OpenStore open, byte id, long? ttl = null)
    {
        if (Ids(open).TryBegin([id], ttl, Now(), out _))
        {
            await open.Store.Journal.WaitUntilDurableAsync(Ids(open).Complete([id], lsn: 0), CancellationToken.None);
        }
    }

    private bool IsNew(OpenStore open, byte id, bool isKept = true)
    {
        var isNew = Ids(open).TryBegin([id], own: null, Now(), out _);
        if (isNew && isKept)
        {
            Ids(open).Complete([id], lsn: 0);
        }
        else if (isNew)
        {
            Ids(open).Abandon([id]);
        }

        return isNew;
    }

    private long Now() => _clock.GetUtcNow().ToUnixTimeMilliseconds();
}
