using AmqpBroker.Core.Metadata;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Core.Tests.Persistence;

/// <summary>A store takes new messages before the old ones have been read.</summary>
public sealed class EarlyServingTests
{
    private readonly StoreDisk _disk = new(new FaultyFiles());

    [TearDown]
    public void DeleteDisk() => _disk.Dispose();

    [Test]
    public async Task New_messages_stand_behind_the_old_ones_whenever_they_come()
    {
        await FillAsync();
        await using (var open = await _disk.OpenToServeAsync())
        {
            Assert.That(open.MayServe);
            await open.PublishAsync(["a", "b"], 101, 102);
            open.RestoreMessages();
            await open.PublishAsync("a", 103);
            Assert.That((open.Numbers("a"), open.Numbers("b")), Is.EqualTo((Numbers(11, 200, 101, 102, 103), Numbers(1, 200, 101, 102))));
        }
    }

    [Test]
    public async Task A_kill_before_the_old_ones_were_read_loses_neither([Values] bool isCrash)
    {
        await FillAsync();
        for (var round = 0; round < 3; round++)
        {
            var open = await _disk.OpenToServeAsync();
            Assert.That(open.MayServe);
            await open.PublishAsync(["a", "b"], 1001 + round);
            await (isCrash ? _disk.CrashAsync(open) : _disk.KillAsync(open));
        }

        await using var last = await _disk.OpenAsync();
        Assert.That((last.Numbers("a"), last.Numbers("b")), Is.EqualTo((Numbers(11, 200, 1001, 1002, 1003), Numbers(1, 200, 1001, 1002, 1003))));
    }

    [Test]
    public async Task What_was_settled_stays_settled_however_often_the_store_is_opened()
    {
        await FillAsync();
        for (var round = 0; round < 3; round++)
        {
            var open = await _disk.OpenToServeAsync(messageFileSize: 4096);
            await open.PublishAsync("a", 1001 + round);
            open.RestoreMessages();
            open.Consume("a", 30);
            await open.WriteAsync();
            await open.Store.CleanAsync(CancellationToken.None);
            await _disk.KillAsync(open);
        }

        await using var last = await _disk.OpenAsync();
        Assert.That(last.Numbers("a"), Is.EqualTo(Numbers(101, 200, 1001, 1002, 1003)));
    }

    [Test]
    public async Task Nothing_is_deleted_before_it_has_been_read()
    {
        await FillAsync();
        var open = await _disk.OpenToServeAsync(messageFileSize: 4096);
        await open.PublishAsync("b", Enumerable.Range(1000, 100));
        await open.Store.CleanAsync(CancellationToken.None);

        open.RestoreMessages();

        Assert.That(open.Numbers("b").Take(200), Is.EqualTo(Enumerable.Range(1, 200)));
        await open.DisposeAsync();
    }

    [Test]
    public async Task A_queue_deleted_before_its_messages_were_read_stays_away()
    {
        await FillAsync();
        var open = await _disk.OpenToServeAsync();
        await open.DeleteAsync("a");
        await open.DeclareAsync("a");
        await open.PublishAsync("a", 7);
        open.RestoreMessages();
        Assert.That(open.Numbers("a"), Is.EqualTo(new[] { 7 }));
        await _disk.KillAsync(open);

        await using var last = await _disk.OpenAsync();
        Assert.That((last.Numbers("a"), last.Numbers("b").Count), Is.EqualTo((new[] { 7 }, 200)));
    }

    [Test]
    public async Task Without_a_bound_of_positions_everything_is_read_first([Values] bool isDamaged)
    {
        await FillAsync();
        if (isDamaged)
        {
            _disk.Files.Patch(_disk.BoundPath, 9, [0x55]);
        }
        else
        {
            _disk.Files.Delete(_disk.BoundPath);
        }

        await using (var open = await _disk.OpenToServeAsync())
        {
            Assert.That(open.MayServe, Is.False);
            open.RestoreMessages();
            Assert.That(open.Numbers("b"), Has.Count.EqualTo(200));
        }

        await using var again = await _disk.OpenToServeAsync();
        Assert.That(again.MayServe, "there is a bound again");
    }

    [Test]
    public async Task A_bound_that_cannot_be_raised_is_not_passed()
    {
        await FillAsync();
        _disk.Files.Fail(FileOperation.Rename, times: 2);

        await using var open = await _disk.OpenToServeAsync();

        Assert.That(open.MayServe, Is.False);
        Assert.That(_disk.Log.Warnings, Has.Some.Contains("read all messages before it serves"));
    }

    [Test]
    public async Task A_bound_from_a_backup_is_found_out()
    {
        byte[] old;
        await using (var open = await _disk.OpenAsync())
        {
            await open.DeclareAsync("a");
            old = _disk.Files.Bytes(_disk.BoundPath);
        }

        for (var round = 0; round < 3; round++)
        {
            await using var open = await _disk.OpenAsync();
            await open.PublishAsync("a", round);
        }

        _disk.Files.Delete(_disk.BoundPath);
        _disk.Files.Put(_disk.BoundPath, old);

        Assert.That(async () => await _disk.OpenAsync(), Throws.TypeOf<MetadataStoreException>().With.Message.Contains("positions.bound"));
    }

    // Queue a holds 11 to 200, b 1 to 200.
    private async Task FillAsync()
    {
        await using var open = await _disk.OpenAsync(messageFileSize: 4096);
        await open.DeclareAsync("a");
        await open.DeclareAsync("b");
        await open.PublishAsync(["a", "b"], Enumerable.Range(1, 200));
        open.Consume("a", 10);
        await open.WriteAsync();
    }

    private static IReadOnlyList<int> Numbers(int first, int last, params int[] others) => [.. Enumerable.Range(first, last - first + 1), .. others];
}
