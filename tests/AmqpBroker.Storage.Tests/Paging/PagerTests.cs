using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.Tests.Files;
using AmqpBroker.TestKit;

namespace AmqpBroker.Storage.Tests.Paging;

public sealed class PagerTests : IAsyncDisposable
{
    private const int MiB = 1 << 20;
    private const long Limit = 16 * MiB;
    private const int Deadline = 60_000;

    private readonly SegmentPool _pool = new();
    private readonly FaultyFiles _files = new();
    private readonly RecordingPagerObserver _observer = new();
    private readonly Pager _pager;

    public PagerTests() => _pager = new Pager(
        new PagerOptions { Directory = "pages", MemoryLimit = Limit }, _pool, _files, TimeProvider.System, _observer);

    public ValueTask DisposeAsync() => _pager.DisposeAsync();

    [Test]
    [CancelAfter(Deadline)]
    public async Task What_is_beyond_the_limit_goes_to_disk_and_comes_back_in_order(CancellationToken cancellationToken)
    {
        var log = AddLog();
        await FillAsync(log, 1, 60_000, cancellationToken);
        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "the memory to come below the limit", cancellationToken);

        Assert.That(_pager.BytesOnDisk, Is.GreaterThan(40 * MiB), "60 MB, and 16 MiB of memory");
        Assert.That(await log.DrainAsync(_pager, cancellationToken), Is.EqualTo(Enumerable.Range(1, 60_000)));
        await Eventually.TrueAsync(() => _files.List("pages").Count == 0, "the page files to go", cancellationToken);
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Logs_share_the_memory_however_many_they_are(CancellationToken cancellationToken)
    {
        var logs = Enumerable.Range(0, 300).Select(_ => AddLog()).ToArray();
        foreach (var log in logs)
        {
            await FillAsync(log, 1, 200, cancellationToken);
        }

        // Each holds 200 kB: not one has a full segment of the largest size.
        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "the memory to come below the limit", cancellationToken);

        foreach (var log in logs)
        {
            Assert.That(await log.DrainAsync(_pager, cancellationToken), Is.EqualTo(Enumerable.Range(1, 200)));
        }
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Dropping_what_is_on_disk_gives_the_disk_back(CancellationToken cancellationToken)
    {
        var log = AddLog();
        await FillAsync(log, 1, 40_000, cancellationToken);
        await Eventually.TrueAsync(() => _pager.BytesOnDisk > 20 * MiB, "pages", cancellationToken);

        log.Drop();

        await Eventually.TrueAsync(() => _files.List("pages").Count == 0 && _pager.BytesOnDisk == 0, "the page files to go", cancellationToken);
        Assert.That(_pool.BytesInUse, Is.Zero);
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_full_disk_leaves_messages_in_memory_and_nobody_waits_for_it(CancellationToken cancellationToken)
    {
        _files.Capacity = 0;
        var log = AddLog();
        for (var number = 1; number <= 40_000; number++)
        {
            log.Append(number, 1000);
        }

        await _pager.WaitUntilCaughtUpAsync(cancellationToken);
        Assert.That(_pager.BytesOnDisk, Is.Zero);

        _files.Capacity = long.MaxValue;
        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "the memory to come below the limit", cancellationToken);
        Assert.That(await log.DrainAsync(_pager, cancellationToken), Is.EqualTo(Enumerable.Range(1, 40_000)));
        Assert.That(_observer.Told, Is.EqualTo(new[] { "failed", "recovered" }));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_page_that_is_damaged_is_reported_and_hides_nothing_behind_it(CancellationToken cancellationToken)
    {
        var log = AddLog();
        await FillAsync(log, 1, 40_000, cancellationToken);
        await Eventually.TrueAsync(() => _pool.BytesInUse <= Limit, "the memory to come below the limit", cancellationToken);
        _files.Patch("pages/00000001.pages", 5 * MiB, [1, 2, 3]);

        var numbers = await log.DrainAsync(_pager, cancellationToken);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(log.Lost, Is.InRange(1, 1100), "one segment of records of 1012 bytes");
            Assert.That(_observer.Told, Is.EqualTo(new[] { $"lost {log.Lost}" }));
            Assert.That(numbers, Has.Count.EqualTo(40_000 - log.Lost));
            Assert.That(numbers, Is.Ordered);
        }
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Logs_that_outlive_it_and_a_second_end_do_no_harm(CancellationToken cancellationToken)
    {
        var log = AddLog();
        await FillAsync(log, 1, 1000, cancellationToken);

        await _pager.DisposeAsync();
        await _pager.DisposeAsync();

        for (var number = 1001; number <= 40_000; number++)
        {
            log.Append(number, 1000);
        }

        _pager.RequestPageIn(log);
        Assert.That(_pool.BytesInUse, Is.GreaterThan(Limit));
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task A_disk_that_deletes_nothing_does_not_keep_it_from_ending(CancellationToken cancellationToken)
    {
        await FillAsync(AddLog(), 1, 40_000, cancellationToken);
        await Eventually.TrueAsync(() => _pager.BytesOnDisk > 0, "pages", cancellationToken);
        _files.Fail(FileOperation.Delete, times: int.MaxValue);

        Assert.That(async () => await _pager.DisposeAsync(), Throws.Nothing);
        Assert.That(_files.List("pages"), Is.Not.Empty, "files of the next start to delete");
    }

    [Test]
    [CancelAfter(Deadline)]
    public async Task Without_a_limit_nobody_waits_for_anything(CancellationToken cancellationToken)
    {
        var pool = new SegmentPool();
        await using var pager = new Pager(
            new PagerOptions { Directory = "unlimited", MemoryLimit = long.MaxValue }, pool, _files, TimeProvider.System, _observer);
        var log = new PagedLog(pool);
        pager.Add(log);
        for (var number = 1; number <= 5000; number++)
        {
            log.Append(number, 1000);
        }

        Assert.That(pager.IsBehind, Is.False);
        Assert.That(await log.DrainAsync(pager, cancellationToken), Has.Count.EqualTo(5000));
    }

    [Test]
    public void Pages_of_a_process_that_is_no_more_are_deleted()
    {
        var files = new FaultyFiles();
        files.Put("pages/00000007.pages", new byte[100]);

        using var store = new PageStore("pages", files);

        Assert.That(files.List("pages"), Is.Empty);
    }

    private PagedLog AddLog()
    {
        var log = new PagedLog(_pool);
        _pager.Add(log);
        return log;
    }

    /// <summary>Appends records of 1000 bytes as a publisher does, who waits while the pager is behind.</summary>
    private async Task FillAsync(PagedLog log, int first, int count, CancellationToken cancellationToken)
    {
        for (var number = first; number < first + count; number++)
        {
            log.Append(number, 1000);
            if (_pager.IsBehind)
            {
                await _pager.WaitUntilCaughtUpAsync(cancellationToken);
            }
        }
    }
}
