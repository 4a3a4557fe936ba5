using AmqpBroker.Storage.Paging;
using AmqpBroker.Storage.Records;
using AmqpBroker.Storage.Tests.Files;

namespace AmqpBroker.Storage.Tests.Records;

public sealed class RecordLogTests
{
    private readonly RecordLog _log = new(new SegmentPool());

    [Test]
    public void An_empty_log_holds_no_memory()
    {
        var isFound = _log.TryReadNext(out _);

        Assert.That((isFound, _log.Segments, _log.Unread, _log.EndPosition), Is.EqualTo((false, 0, 0L, 0L)));
    }

    [Test]
    public void A_drained_log_starts_small_and_goes_on_counting()
    {
        AppendAll(1000, 1000, 1000);
        ReleaseAll(ReadAll());
        var end = _log.EndPosition;

        _log.Append(10, out var record);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Position, Is.EqualTo(end));
            Assert.That(record.Segment.Capacity, Is.EqualTo(SegmentPool.SmallestCapacity));
            Assert.That(_log.Segments, Is.EqualTo(1));
        }
    }

    [Test]
    public void A_large_record_gets_a_segment_of_its_own()
    {
        const int large = 3_000_000;
        AppendAll(10);
        _log.Append(large, out var record).Fill(7);
        AppendAll(10);

        var records = ReadAll();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(record.Segment.Capacity, Is.EqualTo(large + Segment.RecordOverhead));
            Assert.That(records.Select(read => read.Segment), Is.Unique);
            Assert.That(records[1].Bytes.IndexOfAnyExcept((byte)7), Is.EqualTo(-1));
        }

        ReleaseAll(records);
        Assert.That(_log.Segments, Is.Zero);
    }

    [Test]
    public void A_page_that_is_being_read_stays_though_its_records_are_dropped()
    {
        using var pages = new PageStore("pages", new FaultyFiles());
        AppendAll(1000, 1000, 1000);
        var leaving = _log.BeginPageOut(kept: 0, includesTail: true).GetValueOrDefault();
        _log.EndPageOut(leaving, leaving.Write(pages));
        var returning = _log.BeginPageIn(readAhead: 0).GetValueOrDefault();

        _log.DropUnread();
        pages.Reclaim();

        Assert.That(returning.Read, Throws.Nothing);
        Assert.That(_log.EndPageIn(returning, isRead: true), Is.Zero, "nobody waits for what was dropped");
        Assert.That(pages.Bytes, Is.Zero);
    }

    [Test]
    public void Segments_grow_with_what_they_hold()
    {
        AppendAll([.. Enumerable.Repeat(1000, 2500)]);

        var capacities = ReadAll().Select(record => record.Segment).Distinct().Select(segment => segment.Capacity);

        Assert.That(capacities, Is.EqualTo(new[] { 4 << 10, 16 << 10, 64 << 10, 256 << 10, 1 << 20, 1 << 20, 1 << 20 }));
    }

    [Test]
    public void One_record_held_does_not_make_what_passes_by_cost_more()
    {
        AppendAll(10);
        var held = ReadAll();
        for (var i = 0; i < 10; i++)
        {
            AppendAll(4000);
            ReleaseAll(ReadAll());
        }

        _log.Append(10, out var record);

        Assert.That(record.Segment.Capacity, Is.LessThanOrEqualTo(16 * 1024), $"behind {held.Count} record");
    }

    [Test]
    public void A_segment_goes_as_soon_as_nothing_in_it_is_live()
    {
        AppendAll([.. Enumerable.Repeat(1000, 100)]);
        var before = _log.Segments;
        var records = ReadAll();

        ReleaseAll(records.Where(record => record.Segment == records[10].Segment));

        Assert.That(_log.Segments, Is.EqualTo(before - 1));
    }

    [Test]
    public void The_cursor_goes_on_behind_a_segment_released_under_it()
    {
        AppendAll([.. Enumerable.Repeat(1000, 3)]);
        ReleaseAll(ReadAll());
        AppendAll(1, 2, 3);

        Assert.That(ReadAll().Select(record => record.Bytes.Length), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void Dropping_keeps_what_was_read_and_what_comes_after()
    {
        AppendAll([.. Enumerable.Repeat(1000, 100)]);
        _log.TryReadNext(out var first);

        var dropped = _log.DropUnread();
        AppendAll(1, 2);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(dropped, Is.EqualTo(99));
            Assert.That(first.Bytes.Length, Is.EqualTo(1000));
            Assert.That(ReadAll().Select(record => record.Bytes.Length), Is.EqualTo(new[] { 1, 2 }));
        }
    }

    [Test]
    public void A_negative_length_is_refused() =>
        Assert.That(() => _log.Append(-1, out _), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private void AppendAll(params int[] lengths)
    {
        foreach (var length in lengths)
        {
            _log.Append(length, out _).Clear();
        }
    }

    private List<RecordRef> ReadAll()
    {
        var records = new List<RecordRef>();
        while (_log.TryReadNext(out var record))
        {
            records.Add(record);
        }

        return records;
    }

    private void ReleaseAll(IEnumerable<RecordRef> records)
    {
        foreach (var record in records)
        {
            _log.Release(record);
        }
    }
}
